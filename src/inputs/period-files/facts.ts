import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { Checked, Problem } from '../../model/problem.js';
import { type Period } from '../../model/period.js';
import { id } from '../../schema/scalars.js';
import type { Unit } from '../../model/unit.js';
import { checkValue } from '../check-value.js';
import { readUnit } from '../read-unit.js';
import type { ValidYaml } from '../source-reader.js';
import { buildFigure, type TypedAt } from './build-figure.js';
import type { CarryOverException } from './carry-over.js';
import { defineEither, defineEntries, defineFields, empty } from './declared-schema.js';
import { fileSource, owed, statedFact, summedFact } from './figure-schemas.js';
import { omitEmpty } from '../omit-empty.js';
import { definePeriodFile, type PeriodContext } from './period-file.js';
import { readEntries } from './read-entries.js';
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
  read: (factsFile, context) => {
    const stated = readStatedFacts(factsFile, context);
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
  { period, ownUnits }: PeriodContext,
): Checked<Record<string, Figure>> {
  return readEntries(data.facts, (name, fact) => {
    if (!('value' in fact)) return { value: null, problems: [] };
    const at = ['facts', name];
    const unit = readUnit(fact, ownUnits, (key) => file.placeOf([...at, key]));
    const figure = buildFact(name, fact, unit.value, { file, at }, period, data.source);
    const [owner, due] = [fact.owner ?? data.owner, fact.due ?? data.due];
    return {
      value: { ...figure, ...omitEmpty({ owner, due }) },
      problems: [...unit.problems, ...checkFact(fact, unit.value, figure.place)],
    };
  });
}

function buildFact(
  name: string,
  fact: StatedFact,
  unit: Unit,
  typedAt: TypedAt,
  period: Period,
  source: string | null,
): Figure {
  const { label, value, places, signed, margin, reason, base, qualifier, assumed, confirmed } = fact;
  const { was, revised } = fact;
  const figure = buildFigure(
    { id: `facts.${name}`, label, unit, ...omitEmpty({ places }), isSigned: signed === true },
    {
      ...{ value, margin, reason, base, qualifier, assumed, confirmed, was, revised },
      source: fact.source,
      period: fact.period,
    },
    typedAt,
    { source, period: period.label },
  );
  return { ...figure, place: typedAt.file.placeOf([...typedAt.at, 'value']) };
}

const HINTS = {
  unusual:
    'If it is a change or a difference, set signed: true. If it is right as it is, set confirmed: true.',
  fraction: 'If it is right, set unit: number.',
};

function checkFact({ value, signed, confirmed }: StatedFact, unit: Unit, place: Figure['place']): Problem[] {
  if (value === null) return [];
  const stated = { value, unit, isSigned: signed === true, isConfirmed: confirmed === true };
  return checkValue(stated, place, HINTS);
}
