import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankAreas } from '../../../src/indicators/areas/rank-areas.js';
import type { Figure } from '../../../src/model/figure.js';
import type { Unit } from '../../../src/model/unit.js';
import type { Inputs } from '../../../src/model/inputs.js';
import type { MeasureOf } from '../../../src/model/measure.js';
import type { AreaFigures, PeriodData } from '../../../src/model/period-data.js';
import { readPeriod } from '../../support/read-period.js';
import type { Ranking } from '../../../src/model/ranking.js';

// Invented results of invented areas.
const PLACE = { file: 'areas.yaml', line: 1, column: 1 };
const UNITS: readonly Unit[] = ['percent', 'count', 'number', 'days', 'months', 'pounds', 'points'];
const DIRECTIONS = ['higher', 'lower', 'neither'] as const;
const NAMES = ['Abbey', 'Brook', 'Cross', 'Denton', 'Easton', 'Fell'];
const WORDS = { singular: 'station', plural: 'stations', whole: 'Northshire', names: NAMES, families: {} };

const EARLIER = readPeriod('2029-30-q2');
const LATER = readPeriod('2030-31-q2');

interface Case {
  unit: Unit;
  betterWhen: (typeof DIRECTIONS)[number];
  /** The result of each area in both periods. */
  results: [earlier: number, later: number][];
}

const cases: fc.Arbitrary<Case> = fc
  .record({ unit: fc.constantFrom(...UNITS), betterWhen: fc.constantFrom(...DIRECTIONS) })
  .chain(({ unit, betterWhen }) => {
    const whole = fc.integer({ min: 0, max: 100 });
    const result = unit === 'percent' || unit === 'points' ? whole.map((value) => value / 100) : whole;
    const results = fc.array(fc.tuple(result, result), { minLength: 2, maxLength: NAMES.length });
    return results.map((pairs) => ({ unit, betterWhen, results: pairs }));
  });

function rank(
  { unit, betterWhen, results }: Case,
  rankBy: 'value' | 'change',
  seriesBreak?: string,
): Ranking {
  const measure: MeasureOf<'area-ranking'> = {
    kind: 'area-ranking',
    id: 'fires',
    label: 'Fires',
    short: 'Fires',
    unit,
    betterWhen,
    source: 'Invented',
    place: PLACE,
    survey: undefined,
    isListedUnderSurvey: false,
    ends: NAMES.length,
    overall: undefined,
    per: undefined,
    dispersion: 1,
    rankBy,
    compareWith: 'same-period-last-year',
    comparePlace: PLACE,
    comparedArea: undefined,
    window: 'period',
  };
  const collect = (index: 0 | 1): AreaFigures => ({
    place: PLACE,
    note: undefined,
    reason: undefined,
    seriesBreak: index === 1 ? seriesBreak : undefined,
    of: results.length,
    othersAreBetween: false,
    assumed: undefined,
    whole: null,
    published: results.map((pair, area) => makeArea(NAMES[area] ?? '', unit, pair[index])),
  });
  const data = collect(1);
  const history = [
    { period: EARLIER, areas: { fires: collect(0) } },
    { period: LATER, areas: { fires: data } },
  ] as unknown as PeriodData[];
  const organisation = { areas: WORDS } as unknown as Inputs['organisation'];
  return rankAreas(measure, data, { history, period: LATER, organisation }, null);
}

function makeArea(name: string, unit: Unit, value: number): AreaFigures['published'][number] {
  const id = name.toLowerCase();
  const base = unit === 'percent' ? { base: 500 } : {};
  const figure: Figure = { id: `fires.${id}`, label: name, unit, value, place: PLACE, source: 'Invented' };
  return { id, name, figure: { ...figure, ...base } };
}

describe('a ranking of areas', () => {
  test.each(['value', 'change'] as const)('has the better areas first in each unit, by %s', (rankBy) => {
    fc.assert(
      fc.property(cases, (example) => {
        const { top } = rank(example, rankBy);
        for (const [index, next] of top.slice(1).entries()) {
          const [before, after] = [top[index]?.ranked.value ?? NaN, next.ranked.value ?? NaN];
          if (example.betterWhen === 'lower') expect(before).toBeLessThanOrEqual(after);
          else expect(before).toBeGreaterThanOrEqual(after);
          expect(top[index]?.rank === next.rank).toBe(before === after);
        }
      }),
    );
  });

  test('says that an area rose or fell as the sign of its change does', () => {
    fc.assert(
      fc.property(cases, (example) => {
        for (const { change, name } of rank(example, 'value').top) {
          const [earlier, later] = example.results[NAMES.indexOf(name)] ?? [NaN, NaN];
          const sign = Math.sign(later - earlier);
          expect(change?.direction).toBe(['fell', 'unchanged', 'rose'][sign + 1]);
          if (change?.figure.value != null) expect(Math.sign(change.figure.value) + 0).toBe(sign + 0);
          if (change?.outcome === 'rose' || change?.outcome === 'fell')
            expect(change.outcome).toBe(change.direction);
          const isBetter =
            sign === 0 || example.betterWhen === 'neither'
              ? null
              : sign > 0 === (example.betterWhen === 'higher');
          expect(change?.better).toBe(isBetter);
        }
      }),
    );
  });

  test('says that an area is above or below the whole as the results do', () => {
    fc.assert(
      fc.property(cases, (example) => {
        const { top, overall } = rank(example, 'value');
        for (const { comparison, figure } of top) {
          if (comparison?.outcome === 'above') expect(figure.value).toBeGreaterThan(overall?.value ?? NaN);
          if (comparison?.outcome === 'below') expect(figure.value).toBeLessThan(overall?.value ?? NaN);
        }
      }),
    );
  });

  test('states and tests no change across a break', () => {
    fc.assert(
      fc.property(cases, (example) => {
        const { top, changes } = rank(example, 'value', 'The log was reworded.');
        expect(changes?.changed).toEqual([]);
        expect(changes?.reason).toBe('the results are not comparable, as the log was reworded');
        for (const { change } of top)
          expect(change).toMatchObject({ direction: 'unknown', outcome: 'not-tested', pValue: null });
      }),
    );
  });
});
