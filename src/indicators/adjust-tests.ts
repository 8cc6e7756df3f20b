import type { Change, Indicator, TestFamily } from '../model/indicator.js';
import { windowLabel, type Quarter } from '../model/quarter.js';
import { normalTwoSided } from '../statistics/distributions.js';
import { holm } from '../statistics/verdict.js';
import { ALPHA, CONFIDENCE } from './indicator-of.js';
import { verdictOf } from './measure-change.js';

type Tested = Indicator & { change: Change };

/**
 * Adjusts the tests of each family of measures for being several, and settles the verdicts. Where the design effect is not
 * known, finds how large it may be before a significant verdict is lost.
 */
export function adjustTests(indicators: Indicator[]): Indicator[] {
  const changed = indicators.filter((one): one is Tested => one.change !== null);
  const adjusted = new Map<string, Change>();
  for (const family of families(changed).values()) {
    const tests = family.map(({ change }) => change.test);
    const together = tests.filter(({ pValue }) => pValue !== null).length;
    const pValues = holm(tests.map(({ pValue }) => pValue));
    family.forEach(({ id, betterWhen, change }, index) => {
      const pValue = pValues[index] ?? null;
      const verdict = verdictOf(change.figure.value, pValue, betterWhen);
      const holds = verdict.significant && change.test.simpleRandom;
      adjusted.set(id, {
        ...change,
        verdict,
        test: {
          ...change.test,
          adjusted: pValue,
          together,
          largestDesignEffect: holds ? largestDesignEffect(family, index) : null,
          holdsAfterRounding:
            verdict.significant && change.test.equalWaves ? holdsAfterRounding(family, index) : null,
        },
      });
    });
  }
  return indicators.map((one) => ({ ...one, change: adjusted.get(one.id) ?? one.change }));
}

function families(tested: Tested[]): Map<string, Tested[]> {
  const found = new Map<string, Tested[]>();
  for (const one of tested) {
    const { family } = one.change.test;
    found.set(family, [...(found.get(family) ?? []), one]);
  }
  return found;
}

/** Whether a test of the family stays significant when every z-score is changed. */
function isSignificant(family: Tested[], index: number, alter: (one: Tested) => number | null): boolean {
  const pValues = family.map((one) => {
    const z = alter(one);
    return z === null ? one.change.test.pValue : normalTwoSided(z);
  });
  return (holm(pValues)[index] ?? 1) < ALPHA;
}

/** By halving: a design effect of d divides every z-score by √d. */
function largestDesignEffect(family: Tested[], index: number): number {
  const holdsAt = (effect: number): boolean =>
    isSignificant(family, index, ({ change: { test } }) => test.z && test.z / Math.sqrt(effect));
  let [low, high] = [1, 2];
  while (holdsAt(high) && high < 1e6) [low, high] = [high, high * 2];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (holdsAt(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Each published percentage may be half a unit of its last place off: the change by the sum of the two. */
function holdsAfterRounding(family: Tested[], index: number): boolean {
  return isSignificant(family, index, ({ change: { figure, from, to, test } }) => {
    if (test.z === null || figure.value === null || figure.value === 0) return test.z;
    const off = (roundingOf(from.value) + roundingOf(to.value)) / 2;
    return test.z * Math.max(0, 1 - off / Math.abs(figure.value));
  });
}

/** The unit of the last place in which a share was published: 0.01 for 64%, 0.001 for 64.5%. */
function roundingOf(value: number | null): number {
  const digits = String(Number(((value ?? 0) * 100).toPrecision(12))).split('.')[1] ?? '';
  return 10 ** (-2 - digits.length);
}

/** What the method note says of each family of tests. */
export function testFamilies(indicators: Indicator[]): Record<string, TestFamily> {
  const tested = indicators.filter((one): one is Tested => one.change !== null);
  return Object.fromEntries(
    [...families(tested)].flatMap(([id, family]) => {
      const first = family[0];
      if (!first) return [];
      const significant = family.filter(({ change }) => change.verdict.significant);
      const weakest = significant.reduce<Tested | null>(
        (least, one) => (least === null || limitOf(one) < limitOf(least) ? one : least),
        null,
      );
      const { test } = first.change;
      return [
        [
          id,
          {
            id,
            together: test.together,
            significant: significant.length,
            confidence: CONFIDENCE,
            level: ALPHA,
            earlier: windowName(first, 'from'),
            later: windowName(first, 'to'),
            sharedQuarters: test.sharedQuarters,
            simpleRandom: family.some(({ change }) => change.test.simpleRandom),
            equalWaves: family.some(({ change }) => change.test.equalWaves),
            weakest,
            largestDesignEffect: weakest?.change.test.largestDesignEffect ?? null,
            holdsAfterRounding: significant.every(({ change }) => change.test.holdsAfterRounding !== false),
          },
        ],
      ];
    }),
  );
}

function limitOf({ change }: Tested): number {
  return change.test.largestDesignEffect ?? Infinity;
}

function windowName({ series, change }: Tested, end: 'from' | 'to'): string {
  const quarter: Quarter | undefined = series.find(({ figure }) => figure === change[end])?.quarter;
  return quarter === undefined ? (change[end].period ?? '') : windowLabel(quarter);
}
