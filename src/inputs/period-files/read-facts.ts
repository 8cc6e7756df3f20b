import type * as z from 'zod';
import { formatMissing, formatValue } from '../../format.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import { makeError, type Problem } from '../../model/problem.js';
import { quarterLabel, type Quarter } from '../../model/quarter.js';
import { suggestName } from '../../model/suggest-name.js';
import { removeFloatNoise } from '../../statistics/rounding.js';
import { given } from './given.js';
import { asPublished, inUnit, valueOf } from './make-figure.js';
import type { factsSchema } from './quarter-files.js';
import type { ReadYaml } from '../source-reader.js';
import { sum } from '../../statistics/sum.js';

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
  raw: Extract<RawFact, { value: number | null }>,
  { data, file }: ReadYaml<RawFacts>,
  quarter: Quarter,
  problems: Problem[],
): Figure {
  const { value, unit, label, source, reason, period, base, qualifier, assumed } = raw;
  const place = file.placeOf(['facts', id, 'value']);
  if (unit === 'percent' && value !== null && (value < 0 || value > 100))
    problems.push(
      makeError('value-fits', place, `${value} is not a percentage`, { expected: 'a number from 0 to 100' }),
    );
  if (unit === 'count' && value !== null && (value < 0 || !Number.isInteger(value)))
    problems.push(
      makeError('value-fits', place, `${value} is not a count`, { expected: 'a whole number, 0 or more' }),
    );
  return {
    period: quarterLabel(quarter),
    ...given({ period, base, qualifier, assumed }),
    source: source ?? data.source ?? '',
    id: `facts.${id}`,
    label,
    unit,
    ...valueOf(value, unit, reason),
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
  const unknown = raw.sum.filter((one) => facts[one] === undefined);
  for (const name of unknown)
    problems.push(
      makeError(
        'fact-exists',
        file.placeOf(['facts', id, 'sum', raw.sum.indexOf(name)]),
        `no stated fact is called "${name}"`,
        {
          hint: suggestName(name, Object.keys(facts)),
        },
      ),
    );
  const parts = raw.sum.flatMap((one) => facts[one] ?? []);
  if (unknown.length > 0 || parts.length === 0) return null;
  const odd = parts.findIndex((part) => part.unit !== parts[0]?.unit);
  if (odd > 0)
    problems.push(
      makeError(
        'parts-add-up',
        file.placeOf(['facts', id, 'sum', odd]),
        `"${raw.sum[odd] ?? ''}" is in ${parts[odd]?.unit ?? ''}, "${raw.sum[0] ?? ''}" in ${parts[0]?.unit ?? ''}`,
        { expected: 'parts of one unit' },
      ),
    );
  const missing = parts.find((part) => part.value === null);
  const unit = parts[0]?.unit ?? 'count';
  const published = parts.map((part) => asPublished(part.value ?? 0, part.unit));
  const total = removeFloatNoise(sum(published));
  if (typeof raw.published === 'number' && !missing && raw.published !== total)
    problems.push(
      makeError(
        'parts-add-up',
        file.placeOf(['facts', id, 'published']),
        `the parts add up to ${total}, not ${raw.published}`,
        {
          expected: `${published.join(' + ')} = ${total}`,
        },
      ),
    );
  const reason = missing && (isToCome(missing) ? TO_COME : `no figure for ${missing.label}`);
  return {
    id: `facts.${id}`,
    label: raw.label,
    value: missing ? null : inUnit(total, unit),
    unit,
    source: raw.source ?? data.source ?? '',
    place: missing?.place ?? file.placeOf(['facts', id, 'sum']),
    formula: reason === undefined ? parts.map(formatValue).join(' + ') : formatMissing(reason),
    inputs: parts,
    ...(reason !== undefined && { reason }),
  };
}
