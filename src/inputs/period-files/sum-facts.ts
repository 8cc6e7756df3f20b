import type * as z from 'zod';
import { formatMissing, formatValue } from '../../format/figures.js';
import { EXEMPT } from '../../model/exemption.js';
import { suggestName } from '../../model/suggest-name.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { toFigureValue, toPublishedValue } from '../../model/published-value.js';
import { nameUnit } from '../../model/unit.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import { removeFloatNoise } from '../../statistics/rounding.js';
import { sum } from '../../statistics/sum.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import type { statedFact, summedFact } from './figure-schemas.js';
import { readEntries } from './read-entries.js';

type SummedFact = z.infer<typeof summedFact.schema>;
type RawFact = z.infer<typeof statedFact.schema> | SummedFact;

/** Computes the totals among the facts of a file. A total of a fact that does not exist is left out. */
export function sumFacts(
  file: YamlFile,
  { source, facts }: { source: string | null; facts: Record<string, RawFact> },
  stated: Readonly<Record<string, Figure>>,
): Checked<Record<string, Figure>> {
  return readEntries(facts, (name, fact) => {
    if (!('sum' in fact)) return { value: null, problems: [] };
    const unknown = findUnknownParts(name, fact, stated, file);
    if (unknown.length > 0) return { value: null, problems: unknown };
    const parts = fact.sum.flatMap((part) => stated[part] ?? []);
    return {
      value: { ...sumParts(name, fact, parts, file), source: fact.source ?? source ?? '' },
      problems: [...findMixedUnits(name, fact, parts, file), ...findWrongTotal(name, fact, parts, file)],
    };
  });
}

/** Adds up the parts. The formula contains their numbers, so that the paper can print "27 + 3 + 2". */
function sumParts(name: string, fact: SummedFact, parts: Figure[], file: YamlFile): Omit<Figure, 'source'> {
  const missing = parts.find((part) => part.value === null);
  const unit = parts[0]?.unit ?? 'count';
  const total = {
    id: `facts.${name}`,
    label: fact.label,
    unit,
    inputs: parts,
    ...(fact.signed === true && { isSigned: true }),
  };
  if (!missing)
    return {
      ...total,
      value: toFigureValue(addPublished(parts), unit),
      places: fact.places ?? findMostPlaces(parts),
      place: file.placeOf(['facts', name, 'sum']),
      formula: parts.map(formatValue).join(' + '),
    };
  const reason = isToCome(missing)
    ? TO_COME
    : parts.some((part) => part.reason === EXEMPT)
      ? EXEMPT
      : `no figure for ${missing.label}`;
  return { ...total, value: null, place: missing.place, formula: formatMissing(reason), reason };
}

function addPublished(parts: Figure[]): number {
  return removeFloatNoise(sum(parts.map(getPublishedValue)));
}

function getPublishedValue({ value, unit }: Figure): number {
  return toPublishedValue(value ?? 0, unit);
}

function findUnknownParts(
  name: string,
  { sum }: SummedFact,
  stated: Readonly<Record<string, Figure>>,
  file: YamlFile,
): Problem[] {
  return sum.flatMap((part, index) =>
    stated[part] === undefined
      ? [
          makeError(
            'fact-exists',
            file.placeOf(['facts', name, 'sum', index]),
            `no stated fact is called "${part}"`,
            { hint: suggestName(part, Object.keys(stated)) },
          ),
        ]
      : [],
  );
}

function findMixedUnits(name: string, { sum }: SummedFact, parts: Figure[], file: YamlFile): Problem[] {
  const index = parts.findIndex(({ unit }) => unit !== parts[0]?.unit);
  const [first, other] = [parts[0], parts[index]];
  if (!first || !other) return [];
  return [
    makeError(
      'parts-add-up',
      file.placeOf(['facts', name, 'sum', index]),
      `"${sum[index] ?? ''}" is in ${nameUnit(other.unit)}, "${sum[0] ?? ''}" in ${nameUnit(first.unit)}`,
      { expected: 'parts of one unit' },
    ),
  ];
}

function findWrongTotal(name: string, { published }: SummedFact, parts: Figure[], file: YamlFile): Problem[] {
  if (typeof published !== 'number' || parts.some(({ value }) => value === null)) return [];
  const total = addPublished(parts);
  if (published === total) return [];
  return [
    makeError(
      'parts-add-up',
      file.placeOf(['facts', name, 'published']),
      `the parts add up to ${total}, not ${published}`,
      { expected: `${parts.map(getPublishedValue).join(' + ')} = ${total}` },
    ),
  ];
}
