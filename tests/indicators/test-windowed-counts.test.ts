import { expect, test } from 'vitest';
import { compareCounts } from '../../src/indicators/compare-counts.js';
import { testWindowedCounts } from '../../src/indicators/test-windowed-counts.js';
import type { Figure } from '../../src/model/figure.js';

const PLACE = { file: 'activity.yaml', line: 1, column: 1 };
const MEASURE = {
  id: 'fires',
  label: 'Fires',
  short: 'Fires',
  unit: 'count',
  betterWhen: 'lower',
  source: 'Invented',
  place: PLACE,
  dispersion: 1,
} as const;

const count = (value: number): Figure => ({
  id: 'fires',
  label: 'Fires',
  unit: 'count',
  value,
  place: PLACE,
  source: 'Invented',
});
const HALF = { first: '2030-04', last: '2030-09' };
const THREE_QUARTERS = { first: '2030-04', last: '2030-12' };

test('compares a count of the year so far with the rest of a later one, which includes it', () => {
  const { pValue, relative, sharedMonths } = testWindowedCounts(
    MEASURE,
    'fires',
    { figure: count(100), span: HALF, people: 1 },
    { figure: count(190), span: THREE_QUARTERS, people: 1 },
    [],
  );
  const days = { half: 183, rest: 92 };
  expect(pValue).toBe(
    compareCounts(
      MEASURE,
      { count: count(100), exposure: days.half },
      { count: count(90), exposure: days.rest },
    ).pValue,
  );
  expect(relative).toBeCloseTo((190 * 183) / (100 * 275) - 1, 12);
  expect(sharedMonths).toBe(6);
});

test('does not test a count of the year so far that is lower than the earlier one', () => {
  const { pValue, reason } = testWindowedCounts(
    MEASURE,
    'fires',
    { figure: count(100), span: HALF, people: 1 },
    { figure: count(95), span: THREE_QUARTERS, people: 1 },
    [],
  );
  expect([pValue, reason]).toEqual([null, 'the earlier count was revised']);
});
