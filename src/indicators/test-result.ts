import type { Interval } from '../model/figure.js';
import type { RoundingRange } from '../statistics/rounded-change.js';

/** The test of one change, before it is adjusted for the other tests of its family. */
export interface TestResult {
  pValue: number | null;
  z: number | null;
  /** The interval of the difference, as fractions or counts. */
  interval: Interval | null;
  /** The relative change, a fraction of the earlier value. Left out where it is the plain ratio of the two figures. */
  relative?: number | null;
  /** The number of months in both windows. */
  sharedMonths?: number;
  simpleRandom?: boolean;
  /** The z-score with a design effect of 1 throughout. Left out where no sample is compared. */
  plainZ?: number | null;
  equalWaves?: boolean;
  /** The tests at the ends of the unrounded values. Left out where no figure is rounded. */
  rounding?: RoundingRange;
  /** The reason why there is no p-value. */
  reason: string | null;
}

/** Makes the result of a change that is not tested. */
export function makeUntested(reason: string): TestResult {
  return { pValue: null, z: null, interval: null, reason };
}
