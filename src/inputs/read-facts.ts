import type * as z from 'zod';
import { formatValue } from '../format.js';
import type { Figure } from '../model/figure.js';
import { fault, type Problem } from '../model/problem.js';
import { quarterLabel, type Quarter } from '../model/quarter.js';
import { didYouMean } from '../model/did-you-mean.js';
import type { factsSchema } from './schemas/quarter-files.js';
import type { ReadYaml } from './source-reader.js';

type RawFacts = z.infer<typeof factsSchema>;
type RawFact = RawFacts['facts'][string];
type Summed = Extract<RawFact, { sum: string[] }>;

/** The stated facts, and the totals computed from them. */
export function readFacts(
  read: ReadYaml<RawFacts>,
  quarter: Quarter,
  problems: Problem[],
): Record<string, Figure> {
  const facts: Record<string, Figure> = {};
  for (const [id, raw] of Object.entries(read.data.facts))
    if ('value' in raw) facts[id] = stated(id, raw, read, quarter, problems);
  for (const [id, raw] of Object.entries(read.data.facts))
    if ('sum' in raw) {
      const total = summed(id, raw, facts, read, problems);
      if (total) facts[id] = total;
    }
  return facts;
}

function stated(
  id: string,
  raw: Extract<RawFact, { value: number }>,
  { data, file }: ReadYaml<RawFacts>,
  quarter: Quarter,
  problems: Problem[],
): Figure {
  const { value, unit, label, ...own } = raw;
  const place = file.placeOf(['facts', id, 'value']);
  if (unit === 'percent' && (value < 0 || value > 100))
    problems.push(
      fault('value-fits', place, `${value} is not a percentage`, { expected: 'a number from 0 to 100' }),
    );
  if (unit === 'count' && (value < 0 || !Number.isInteger(value)))
    problems.push(
      fault('value-fits', place, `${value} is not a count`, { expected: 'a whole number, 0 or more' }),
    );
  const given = Object.fromEntries(Object.entries(own).filter(([, one]) => one !== undefined));
  return {
    source: data.source,
    period: quarterLabel(quarter),
    ...given,
    id: `facts.${id}`,
    label,
    unit,
    value: unit === 'percent' || unit === 'points' ? value / 100 : value,
    place,
  };
}

/** A total holds its formula in numbers, so that the paper can print "27 + 3 + 2". */
function summed(
  id: string,
  raw: Summed,
  facts: Record<string, Figure>,
  { data, file }: ReadYaml<RawFacts>,
  problems: Problem[],
): Figure | null {
  const missing = raw.sum.filter((one) => facts[one] === undefined);
  for (const name of missing)
    problems.push(
      fault(
        'fact-exists',
        file.placeOf(['facts', id, 'sum', raw.sum.indexOf(name)]),
        `no stated fact is called "${name}"`,
        {
          hint: didYouMean(name, Object.keys(facts)),
        },
      ),
    );
  const parts = raw.sum.flatMap((one) => facts[one] ?? []);
  if (missing.length > 0 || parts.length === 0) return null;
  const value = parts.reduce((total, part) => total + (part.value ?? 0), 0);
  if (raw.published !== undefined && raw.published !== value)
    problems.push(
      fault(
        'parts-add-up',
        file.placeOf(['facts', id, 'published']),
        `the parts add up to ${value}, not ${raw.published}`,
        {
          expected: `${parts.map((part) => part.value).join(' + ')} = ${value}`,
        },
      ),
    );
  return {
    id: `facts.${id}`,
    label: raw.label,
    value,
    unit: parts[0]?.unit ?? 'count',
    source: raw.source ?? data.source,
    place: file.placeOf(['facts', id, 'sum']),
    formula: parts.map(formatValue).join(' + '),
  };
}
