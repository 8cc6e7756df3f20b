import { toPercent } from '../format.js';
import type { Figure } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { TestFamily } from '../model/test-family.js';
import type { Change, Test } from '../model/change.js';
import { windowLabel, type Quarter } from '../model/quarter.js';
import { normalTwoSided } from '../statistics/distributions.js';
import { holm } from '../statistics/verdict.js';
import { ALPHA, CONFIDENCE } from './indicator-of.js';
import { verdictOf } from './measure-change.js';

type Tested = Indicator & { change: Change };

/**
 * Adjusts the tests of each family of measures for being several, and settles the verdicts. Where the design effect is not
 * known, finds how large it may be before a significant verdict is lost; where percentages were published rounded, whether
 * rounding could account for it.
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
      const test = { ...change.test, adjusted: pValue, together };
      adjusted.set(id, {
        ...change,
        verdict,
        test: verdict.significant ? { ...test, ...limitsOf(family, index, test) } : test,
      });
    });
  }
  return indicators.map((one) => ({ ...one, change: adjusted.get(one.id) ?? one.change }));
}

/** How far a significant verdict bears what is not known of the survey. */
function limitsOf(
  family: Tested[],
  index: number,
  { simpleRandom, equalWaves }: Test,
): Pick<Test, 'largestDesignEffect' | 'holdsAfterRounding' | 'largestAfterRounding'> {
  const holds = equalWaves ? isSignificant(family, index, roundedZ) : null;
  return {
    largestDesignEffect: simpleRandom ? largestDesignEffect(family, index, plainZ) : null,
    holdsAfterRounding: holds,
    largestAfterRounding: simpleRandom && holds ? largestDesignEffect(family, index, roundedZ) : null,
  };
}

function families(tested: Tested[]): Map<string, Tested[]> {
  const found = new Map<string, Tested[]>();
  for (const one of tested) {
    const { family } = one.change.test;
    found.set(family, [...(found.get(family) ?? []), one]);
  }
  return found;
}

type ZScore = (one: Tested) => number | null;

/** Whether a test of the family is significant with these z-scores. */
function isSignificant(family: Tested[], index: number, zOf: ZScore): boolean {
  const pValues = family.map((one) => {
    const z = zOf(one);
    return z === null ? one.change.test.pValue : normalTwoSided(z);
  });
  return (holm(pValues)[index] ?? 1) < ALPHA;
}

/** By halving: a design effect of d divides every z-score by √d. */
function largestDesignEffect(family: Tested[], index: number, zOf: ZScore): number {
  const holdsAt = (effect: number): boolean =>
    isSignificant(family, index, (one) => {
      const z = zOf(one);
      return z && z / Math.sqrt(effect);
    });
  let [low, high] = [1, 2];
  while (holdsAt(high) && high < 1e6) [low, high] = [high, high * 2];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (holdsAt(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function plainZ({ change }: Tested): number | null {
  return change.test.z;
}

/** Each published percentage may be half a unit of its last place off: the change by the sum of the two. */
function roundedZ({ change: { figure, from, to, test } }: Tested): number | null {
  if (test.z === null || figure.value === null || figure.value === 0) return test.z;
  const off = (10 ** -decimalsOf(from) + 10 ** -decimalsOf(to)) / 200;
  return test.z * Math.max(0, 1 - off / Math.abs(figure.value));
}

/** The decimals in which a percentage was published: none for 64%, one for 64.5%. */
function decimalsOf({ value }: Figure): number {
  return String(toPercent(value ?? 0)).split('.')[1]?.length ?? 0;
}

/** What the method note says of each family of tests in the paper's quarter. */
export function testFamilies(indicators: Indicator[], quarter: Quarter): Record<string, TestFamily> {
  const changed = indicators.filter((one): one is Tested => one.change !== null);
  return Object.fromEntries(
    [...families(changed)].map(([id, family]) => [id, familyOf(id, family, quarter)]),
  );
}

function familyOf(id: string, family: Tested[], quarter: Quarter): TestFamily {
  const tested = family.filter(({ change }) => change.test.pValue !== null);
  const significant = family.filter(({ change }) => change.verdict.significant);
  const published = family.filter(({ change }) => change.test.equalWaves);
  const lost = significant.filter(({ change }) => change.test.holdsAfterRounding === false);
  const weakest = leastBy(significant, ({ change }) => change.test.largestDesignEffect);
  const roundedLimit = leastBy(significant, ({ change }) => change.test.largestAfterRounding);
  const effects = family.flatMap(({ value }) => value.designEffect ?? []);
  return {
    id,
    together: tested.length,
    significant: significant.length,
    confidence: CONFIDENCE,
    level: ALPHA,
    windows: windowsOf(tested.length > 0 ? tested : family, windowLabel(quarter)),
    simpleRandom: tested.some(({ change }) => change.test.simpleRandom),
    designEffects: effects.length > 0 ? { least: Math.min(...effects), most: Math.max(...effects) } : null,
    equalWaves: published.length > 0,
    weakest,
    largestDesignEffect: weakest?.change.test.largestDesignEffect ?? null,
    decimals: Math.max(
      0,
      ...published.flatMap(({ change: { from, to } }) => [decimalsOf(from), decimalsOf(to)]),
    ),
    lostToRounding: lost,
    largestAfterRounding: lost.length > 0 ? null : (roundedLimit?.change.test.largestAfterRounding ?? null),
  };
}

function leastBy(family: Tested[], valueOf: (one: Tested) => number | null): Tested | null {
  const known = family.filter((one) => valueOf(one) !== null);
  return known.reduce<Tested | null>(
    (least, one) => (least === null || (valueOf(one) ?? 0) < (valueOf(least) ?? 0) ? one : least),
    null,
  );
}

function windowsOf(family: Tested[], later: string): TestFamily['windows'] {
  const shared = new Map(family.map(({ change }) => [change.since, change.test.sharedQuarters]));
  return [...shared].map(([earlier, sharedQuarters]) => ({ earlier, later, sharedQuarters }));
}
