import type { Test } from '../model/change.js';
import { normalTwoSided } from '../statistics/distributions.js';
import { holm } from '../statistics/verdict.js';
import type { ComparedIndicator } from './group-into-families.js';

/** The part of a test that the adjustment reads. The z-scores are null for exact tests. */
type TestValues = Pick<Test, 'z' | 'plainZ' | 'pValue'>;
type Choice = (test: Test) => TestValues;

/** Returns the test of the figures as published. */
export const getPublished: Choice = (test) => test;

/** Returns the test of the least favourable values that print as published. */
export const getLeast: Choice = (test) => test.rounding?.least ?? test;

/** Returns the test of the most favourable values that print as published. */
export const getMost: Choice = (test) => test.rounding?.most ?? test;

/**
 * Returns the p-values of a family, adjusted for the number of tests. `designEffect` replaces the design effects of the
 * tests for which they are not known.
 */
export function adjustFamily(
  family: readonly ComparedIndicator[],
  choose: Choice,
  designEffect?: number,
): (number | null)[] {
  return holm(
    family.map(({ change: { test } }) => {
      const { plainZ, pValue } = choose(test);
      const isReplaced = designEffect !== undefined && test.simpleRandom && plainZ !== null;
      return isReplaced && pValue !== null ? normalTwoSided(plainZ / Math.sqrt(designEffect)) : pValue;
    }),
  );
}
