import type { Test } from '../model/change.js';
import { normalTwoSided } from '../statistics/distributions.js';
import { holm } from '../statistics/verdict.js';
import { ALPHA } from './confidence.js';
import { countDecimals } from './count-decimals.js';
import type { ComparedIndicator } from './group-into-families.js';

type Limits = Pick<Test, 'largestDesignEffect' | 'holdsAfterRounding' | 'largestAfterRounding'>;

/** The search for the largest design effect stops here. */
const UNBOUNDED = 1e6;

/**
 * Finds the limits within which a significant verdict holds: the design effect and the rounding of the percentages.
 * `index` is the position of the indicator in its family.
 */
export function findTestLimits(
  family: readonly ComparedIndicator[],
  index: number,
  { simpleRandom, equalWaves }: Test,
): Limits {
  const holds = equalWaves ? isSignificant(family, index, (member) => roundZ(member, getZ(member))) : null;
  return {
    largestDesignEffect: simpleRandom ? findLargestDesignEffect(family, index, getPlainZ) : null,
    holdsAfterRounding: holds,
    largestAfterRounding:
      simpleRandom && holds
        ? findLargestDesignEffect(family, index, (member) => roundZ(member, getPlainZ(member)))
        : null,
  };
}

type ZScore = (indicator: ComparedIndicator) => number | null;

/** Tells whether a test of the family is significant with the given z-scores. */
function isSignificant(family: readonly ComparedIndicator[], index: number, findZ: ZScore): boolean {
  const pValues = family.map((indicator) => {
    const z = findZ(indicator);
    return z === null ? indicator.change.test.pValue : normalTwoSided(z);
  });
  return (holm(pValues)[index] ?? 1) < ALPHA;
}

/**
 * Bisects: a design effect of d divides by √d the z-scores of every change whose design effect is not known. They must be
 * z-scores with a design effect of 1 throughout.
 */
function findLargestDesignEffect(family: readonly ComparedIndicator[], index: number, findZ: ZScore): number {
  const isSignificantAt = (effect: number): boolean =>
    isSignificant(family, index, (indicator) => {
      const z = findZ(indicator);
      return z !== null && indicator.change.test.simpleRandom ? z / Math.sqrt(effect) : z;
    });
  let [low, high] = [0, 1];
  while (isSignificantAt(high) && high < UNBOUNDED) [low, high] = [high, high * 2];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (isSignificantAt(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function getZ({ change }: ComparedIndicator): number | null {
  return change.test.z;
}

/** Returns the z-score with a design effect of 1 throughout if the design effect is not known for the whole sample. */
function getPlainZ({ change: { test } }: ComparedIndicator): number | null {
  return test.simpleRandom ? test.plainZ : test.z;
}

/**
 * Reduces a z-score to its least favourable value. Each published percentage may be half a unit of its last place too
 * high or too low.
 */
function roundZ({ change: { figure, from, to } }: ComparedIndicator, z: number | null): number | null {
  if (z === null || figure.value === null || figure.value === 0) return z;
  const largestError = (10 ** -countDecimals(from) + 10 ** -countDecimals(to)) / 200;
  return z * Math.max(0, 1 - largestError / Math.abs(figure.value));
}
