import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, formatPercent, formatSignedPoints } from '../../src/format/numbers.js';
import { gap } from '../../src/statistics/gap.js';
import {
  proportionInterval,
  twoProportionTest,
  type IntervalMethod,
} from '../../src/statistics/proportion.js';
import { compareShares, rankRange, rankTopBottom } from '../../src/statistics/ranking.js';
import { testRoundingRange } from '../../src/statistics/rounded-change.js';
import { pointDifference, roundDecimal, roundPercent } from '../../src/statistics/rounding.js';
import { largestRemainder } from '../../src/statistics/shares.js';
import { overlapChange, publishedChange } from '../../src/statistics/survey.js';
import { holm } from '../../src/statistics/verdict.js';

const sample = fc
  .record({
    n: fc.integer({ min: 1, max: 100_000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    deff: fc.double({ min: 1, max: 4, noNaN: true }),
  })
  .map(({ n, part, deff }) => ({ x: Math.round(part * n), n, deff }));

const periods = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const waves = fc
  .tuple(...periods.map(() => sample))
  .map((all) =>
    all.map(({ x, n, deff }, index) => ({ period: periods[index] ?? '', n, wBase: n, wNum: x, deff })),
  );
const windowAt = (start: number): string[] => periods.slice(start, start + 4);
const expectClose = (a: number | null, b: number | null): void => {
  if (a === null || b === null) expect(a).toBe(b);
  else expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a)));
};

describe('intervals', () => {
  test.each<IntervalMethod>(['wilson', 'wald', 'clopper-pearson'])(
    'contain the estimate and stay in [0, 1]: %s',
    (method) => {
      fc.assert(
        fc.property(sample, (answers) => {
          const { p, lower, upper } = proportionInterval(answers, 0.95, method);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual((p ?? NaN) + 1e-12);
          expect(upper).toBeGreaterThanOrEqual((p ?? NaN) - 1e-12);
        }),
      );
    },
  );

  test('never get shorter with a larger design effect', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 1, max: 3, noNaN: true }), (answers, factor) => {
        const narrow = proportionInterval(answers, 0.95);
        const wide = proportionInterval({ ...answers, deff: answers.deff * factor }, 0.95);
        expect((wide.upper ?? 0) - (wide.lower ?? 0)).toBeGreaterThanOrEqual(
          (narrow.upper ?? 0) - (narrow.lower ?? 0) - 1e-12,
        );
      }),
    );
  });
});

describe('changes', () => {
  test('change their sign if the samples are swapped', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [there, back] = [twoProportionTest(a, b, 0.95), twoProportionTest(b, a, 0.95)];
        expectClose(there.diff, -(back.diff ?? 0));
        expectClose(there.pValue, back.pValue);
        expectClose(there.lower, -(back.upper ?? 0));
        expectClose(gap({ reference: b, other: a }, 0.95).gap, there.diff);
      }),
    );
  });

  test('change their sign if the windows are swapped, with any overlap', () => {
    fc.assert(
      fc.property(waves, fc.integer({ min: 1, max: 4 }), (all, shift) => {
        const there = overlapChange(all, windowAt(0), windowAt(shift), 0.95);
        const back = overlapChange(all, windowAt(shift), windowAt(0), 0.95);
        expectClose(there.diff, -(back.diff ?? 0));
        expectClose(there.z, back.z === null ? null : -back.z);
        expectClose(there.pValue, back.pValue);
        expectClose(there.upper, -(back.lower ?? 0));
        expect(there.sharedPeriods).toBe(4 - shift);
      }),
    );
  });

  test('are the same for published windows as for equal waves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 500, max: 9000 }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (shift, n, deff) => {
          const all = periods.map((period) => ({ period, n, wBase: n, wNum: n * 0.4, deff }));
          const waved = overlapChange(all, windowAt(0), windowAt(shift), 0.95);
          const published = publishedChange(
            { p: 0.4, n: 4 * n, deff },
            { p: 0.4, n: 4 * n, deff },
            4 - shift,
            0.95,
          );
          expectClose(waved.seNull, published.seNull);
          expectClose(waved.lower, published.lower);
        },
      ),
    );
  });

  test("have p-values that Holm's adjustment never lowers or reorders", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 }),
        (pValues) => {
          const adjusted = holm(pValues);
          pValues.forEach((p, index) => {
            if (p === null) expect(adjusted[index]).toBeNull();
            else expect(adjusted[index]).toBeGreaterThanOrEqual(p);
            pValues.forEach((other, at) => {
              if (p !== null && other !== null && p < other)
                expect(adjusted[index] ?? 2).toBeLessThanOrEqual(adjusted[at] ?? -1);
            });
          });
        },
      ),
    );
  });
});

test('ranks equal shares equally, within their rank range', () => {
  const areas = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 12 }), k: fc.integer({ min: 1, max: 60 }) }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(areas, fc.integer({ min: 1, max: 6 }), (raw, k) => {
      const items = raw.map(({ x, k: times }, index) => ({
        name: `area ${index}`,
        x: x * times,
        n: 12 * times,
        deff: 1,
      }));
      const { ranks, tied, top, bottom } = rankTopBottom(items, k, 'higher');
      const ranges = rankRange(items, 0.95, 'higher');
      for (const a of items)
        for (const b of items) {
          if (compareShares(a, b) !== 0) continue;
          expect(ranks[a.name]).toBe(ranks[b.name]);
          expect(top.includes(a.name)).toBe(top.includes(b.name));
          expect(bottom.includes(a.name)).toBe(bottom.includes(b.name));
          if (a !== b) expect(tied[a.name]).toBe(true);
        }
      for (const { name } of items) {
        expect(ranges[name]?.best).toBeLessThanOrEqual(ranks[name] ?? 0);
        expect(ranges[name]?.worst).toBeGreaterThanOrEqual(ranks[name] ?? 0);
      }
    }),
  );
});

test('divides a total into shares that add up and differ from their quotas by less than a unit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 2 }),
      (counts, places) => {
        const shares = largestRemainder(counts, 100, places);
        const total = counts.reduce((a, b) => a + b, 0);
        if (total === 0) {
          expect(shares).toBeNull();
          return;
        }
        const units = (shares ?? []).map((text) => Math.round(Number(text) * 10 ** places));
        expect(units.reduce((a, b) => a + b, 0)).toBe(100 * 10 ** places);
        units.forEach((unit, index) => {
          expect(Math.abs(unit - ((counts[index] ?? 0) / total) * 100 * 10 ** places)).toBeLessThan(1 + 1e-9);
        });
      },
    ),
  );
});

describe('rounding', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const places = fc.integer({ min: 0, max: 6 });

  test('never prints a negative zero', () => {
    fc.assert(
      fc.property(number, places, (value, dp) => {
        for (const text of [
          roundDecimal(value, dp),
          formatNumber(value, dp),
          formatPercent(value, dp),
          formatSignedPoints(value, dp),
        ])
          if (/^[-−]/.test(text)) expect(text).toMatch(/[1-9]/);
      }),
    );
  });

  test('is off by at most half a unit', () => {
    fc.assert(
      fc.property(number, places, (value, dp) => {
        expect(Math.abs(Number(roundDecimal(value, dp)) - value)).toBeLessThanOrEqual(
          0.5 * 10 ** -dp * (1 + 1e-6) + 1e-7,
        );
      }),
    );
  });

  test('rounds exact halves of a fraction away from zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (x, n) => {
        expect(roundPercent(x, n, 0)).toBe(String(Math.floor((200 * x + n) / (2 * n))));
        expect(pointDifference([x, n], [x, n], 1)).toEqual({ text: '0.0', differs: false });
      }),
    );
  });
});

describe('rounded percentages', () => {
  const rounded = fc
    .record({
      places: fc.integer({ min: 0, max: 2 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      n: fc.integer({ min: 20, max: 50_000 }),
      deff: fc.double({ min: 1, max: 4, noNaN: true }),
      within: fc.double({ min: -1, max: 1, noNaN: true }),
    })
    .map(({ places, part, n, deff, within }) => {
      const [p, halfUnit] = [Number(part.toFixed(places + 2)), 0.5 * 10 ** -(places + 2)];
      const unrounded = Math.min(1, Math.max(0, p + within * halfUnit));
      return { published: { p, n, deff, halfUnit }, unrounded: { p: unrounded, n, deff } };
    });

  test('give no less and no more than their least and most favourable values', () => {
    fc.assert(
      fc.property(rounded, rounded, fc.integer({ min: 0, max: 3 }), (earlier, later, shared) => {
        const range = testRoundingRange(earlier.published, later.published, shared, 0.95);
        const size = Math.abs(publishedChange(earlier.unrounded, later.unrounded, shared, 0.95).z ?? 0);
        expect(size).toBeGreaterThanOrEqual(Math.abs(range.least.z ?? 0) - 1e-9);
        expect(size).toBeLessThanOrEqual(Math.abs(range.most.z ?? 0) + 1e-9);
      }),
    );
  });
});
