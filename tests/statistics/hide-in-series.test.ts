import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideInSeries, type SpanCount } from '../../src/statistics/hide-in-series.js';

const day = (index: number): string => `20${String(10 + index)}-01-01`;
const count = (id: string, from: number, to: number, value: number): SpanCount => ({
  id,
  start: day(from),
  end: day(to),
  value,
});
const hide = (counts: readonly SpanCount[], threshold = 5): string[] =>
  [...hideInSeries(counts, threshold)].sort();

test('shows counts that are 0 or reach the threshold', () => {
  expect(hide([count('q1', 0, 1, 0), count('q2', 1, 2, 5), count('year', 0, 2, 5)])).toEqual([]);
});

test('hides the later one of two counts from whose difference a small one follows', () => {
  expect(hide([count('to-q1', 0, 1, 20), count('to-q2', 0, 2, 23)])).toEqual(['to-q2']);
  expect(hide([count('q1', 0, 1, 2), count('half', 0, 2, 10), count('q2', 1, 2, 8)])).toEqual(['q1', 'q2']);
});

test('hides a total that hidden counts can add up to in one way only', () => {
  const parts = [count('q1', 0, 1, 4), count('q2', 1, 2, 4), count('q3', 2, 3, 4)];
  expect(hide([...parts, count('year', 0, 3, 12)])).toEqual(['q1', 'q2', 'q3', 'year']);
  expect(hide([...parts.slice(0, 2), count('q3', 2, 3, 3), count('year', 0, 3, 11)])).toEqual([
    'q1',
    'q2',
    'q3',
  ]);
});

test('hides a count that contradicts others, of which some are hidden', () => {
  expect(hide([count('q1', 0, 1, 3), count('to-q2', 0, 2, 30), count('to-q3', 0, 3, 28)])).toEqual([
    'q1',
    'to-q3',
  ]);
});

test('leaves each hidden small count two possible values, whatever else is shown', () => {
  const LENGTH = 4;
  const spans = fc.uniqueArray(
    fc
      .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: LENGTH }))
      .filter(([from, to]) => from < to),
    { minLength: 2, maxLength: 8, selector: ([from, to]) => `${from} ${to}` },
  );
  const parts = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: LENGTH, maxLength: LENGTH });
  const worlds = listWorlds(LENGTH, 7);
  fc.assert(
    fc.property(spans, parts, (intervals, truth) => {
      const threshold = 4;
      const add = (world: readonly number[], [from, to]: readonly [number, number]): number =>
        world.slice(from, to).reduce((sum, value) => sum + value, 0);
      const counts = intervals.map((interval, index) =>
        count(String(index), ...interval, add(truth, interval)),
      );
      const hidden = hideInSeries(counts, threshold);
      const possible = worlds.filter((world) =>
        intervals.every(
          (interval, index) => hidden.has(String(index)) || add(world, interval) === add(truth, interval),
        ),
      );
      for (const [index, interval] of intervals.entries()) {
        const value = add(truth, interval);
        if (value === 0 || value >= threshold) continue;
        expect(hidden.has(String(index))).toBe(true);
        expect(new Set(possible.map((world) => add(world, interval))).size).toBeGreaterThan(1);
      }
    }),
    { numRuns: 150, seed: 1 },
  );
});

/** Lists all series of counts from 0 to `most`. */
function listWorlds(length: number, most: number): number[][] {
  if (length === 0) return [[]];
  return listWorlds(length - 1, most).flatMap((rest) =>
    Array.from({ length: most + 1 }, (_, value) => [...rest, value]),
  );
}
