import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { type Period } from '../../model/period.js';
import { id } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import { readValueOrReason } from './build-figure.js';
import type { CarryOverException } from './carry-over.js';
import { defineEither, defineEntries, defineFields, empty } from './declared-schema.js';
import { fileSource, owed, statedFact, summedFact } from './figure-schemas.js';
import { omitEmpty } from '../omit-empty.js';
import { definePeriodFile } from './period-file.js';
import { sumFacts } from './sum-facts.js';

const contents = defineFields({
  source: empty(fileSource),
  ...owed,
  facts: defineEntries(
    id,
    defineEither(statedFact, summedFact).describe(
      'a figure, such as { label: new benches, value: 14, unit: count }; or a sum of others, such as { label: new street furniture, sum: [benches, bins] }',
    ),
  ).describe('the figures, by the name that the text uses'),
}).describe('Other figures that the text states');

type FactsFile = z.infer<typeof contents.schema>;
type RawFact = FactsFile['facts'][string];
type StatedFact = z.infer<typeof statedFact.schema>;

/** Figures that the text states, and totals computed from them. */
export const facts = definePeriodFile({
  name: 'facts',
  contents,
  fills: ['facts'],
  templateNames: ['facts'],
  findExceptions: keepStandingFacts,
  read: (factsFile, { period }) => {
    const stated = readStatedFacts(factsFile, period);
    const sums = sumFacts(factsFile.file, factsFile.data, stated.value);
    return {
      value: { facts: { ...stated.value, ...sums.value } },
      problems: [...stated.problems, ...sums.problems],
    };
  },
});

/** Standing facts, and sums of only standing facts, keep their values and their source. */
function keepStandingFacts({ source, facts: all }: FactsFile): CarryOverException[] {
  return Object.entries(all)
    .filter(([, fact]) => isStanding(fact, all))
    .map(([name, fact]) => ({
      path: ['facts', name],
      carryOver: { kind: 'keep' },
      ...(source !== null && (fact.source ?? null) === null && { source }),
    }));
}

function isStanding(fact: RawFact | undefined, all: FactsFile['facts']): boolean {
  if (fact === undefined) return false;
  return 'sum' in fact ? fact.sum.every((name) => isStanding(all[name], all)) : fact.standing === true;
}

function readStatedFacts(
  { data, file }: ValidYaml<FactsFile>,
  period: Period,
): Checked<Record<string, Figure>> {
  const stated = Object.entries(data.facts).flatMap(([name, fact]) =>
    'value' in fact ? [{ name, fact, place: file.placeOf(['facts', name, 'value']) }] : [],
  );
  return {
    value: Object.fromEntries(
      stated.map(({ name, fact, place }) => {
        const source = fact.source ?? data.source ?? '';
        const [owner, due] = [fact.owner ?? data.owner, fact.due ?? data.due];
        return [name, { ...buildFact(name, fact, period), ...omitEmpty({ owner, due }), source, place }];
      }),
    ),
    problems: stated.flatMap(({ fact, place }) => findUnfitValue(fact, place)),
  };
}

function buildFact(
  name: string,
  { value, unit, label, reason, period: stated, base, qualifier, assumed, confirmed }: StatedFact,
  period: Period,
): Omit<Figure, 'source' | 'place'> {
  return {
    period: period.label,
    ...omitEmpty({ period: stated, base, qualifier, assumed, confirmed }),
    id: `facts.${name}`,
    label,
    unit,
    ...readValueOrReason(value, unit, reason),
  };
}

function findUnfitValue({ value, unit }: StatedFact, place: Figure['place']): Problem[] {
  if (value === null) return [];
  if (unit === 'percent' && (value < 0 || value > 100))
    return [
      makeError('value-fits', place, `${value} is not a percentage`, { expected: 'a number from 0 to 100' }),
    ];
  if (unit === 'count' && (value < 0 || !Number.isInteger(value)))
    return [
      makeError('value-fits', place, `${value} is not a count`, { expected: 'a whole number, 0 or more' }),
    ];
  return [];
}
