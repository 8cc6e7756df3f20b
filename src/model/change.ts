import type { Figure } from './figure.js';
import type { RoundingRange } from '../statistics/rounded-change.js';
import type { Period } from './period.js';

/** The difference between two periods, in percentage points or as a count. It is computed from unrounded values. */
export interface Change {
  figure: Figure;
  /** The change in per cent of the earlier value. Counts over periods of different length are compared by day. */
  relative: Figure;
  from: Figure;
  to: Figure;
  /** The last quarter of the earlier period. */
  earlier: Period;
  /** The name of the earlier period: "2007/08". */
  since: string;
  /** The name of the later period: "2008/09 Q3". */
  later: string;
  direction: Direction;
  /** The days that each of two counts covers. Null if the values do not grow with time. */
  days: { earlier: number; later: number } | null;
  /** True for an improvement. Null if the value is unchanged, reversed or unknown, or if neither direction is better. */
  better: boolean | null;
  /** True if the change is at least the `notable:` of the measure. */
  isNotable: boolean;
  test: Test;
  verdict: Verdict;
  /** The target for this change. Null if there is none, and for the change since the last quarter. */
  target: ChangeTarget | null;
}

/** A change compared with its target. */
export interface ChangeTarget {
  /** The change to reach. A fall is below 0. */
  figure: Figure;
  /** The change less its target. Without a value if the change has none. */
  distance: Figure;
  status: 'met' | 'not met' | 'not available';
  /** The reason for `not available`; otherwise null. */
  reason: string | null;
  /** True if the target is a change for the worse that is not to be passed, such as a rise of no more than 2%. */
  isLimit: boolean;
  /** The words for the change to reach, by its sign. */
  noun: 'rise' | 'fall' | 'widening' | 'narrowing';
}

/** The change since the last quarter. Tests of such changes are a family of their own. */
export interface RecentChange extends Change {
  /** True if it compares the counts of single quarters, and the main change counts of the year so far. */
  isOfPeriod: boolean;
}

/**
 * The way that a value went. A gap widens or narrows by its size, and is reversed if it changes its sign. Counts over
 * periods of different length go by their daily rate.
 */
export type Direction = 'rose' | 'fell' | 'widened' | 'narrowed' | 'reversed' | 'unchanged' | 'unknown';

/** The sign of each direction. Null if the value became neither more nor less. */
const SIGNS = {
  rose: 1,
  widened: 1,
  fell: -1,
  narrowed: -1,
  unchanged: 0,
  reversed: null,
  unknown: null,
} as const satisfies Record<Direction, 1 | 0 | -1 | null>;

/** Returns 1 if the value became more, −1 if it became less, 0 if it is unchanged, and otherwise null. */
export function findSign(direction: Direction): 1 | 0 | -1 | null {
  return SIGNS[direction];
}

/** The result of a significance test of a change. */
export interface Test {
  /** The unadjusted p-value. Null if the change was not tested; `reason` then says why. */
  pValue: number | null;
  reason: string | null;
  z: number | null;
  /** The z-score with a design effect of 1 throughout, even where it is known for a part of the samples. */
  plainZ: number | null;
  /** The p-value adjusted for the other changes tested with it (Holm). */
  adjusted: number | null;
  /** The number of changes tested together, including this one. */
  together: number;
  /** The measures tested together: those of a survey or of a kind. */
  family: string;
  /** The number of months in both windows. */
  sharedMonths: number;
  /** True if the design effect is not known. The test then assumes a simple random sample. */
  simpleRandom: boolean;
  /**
   * The largest design effect at which the verdict is still significant, at the least favourable values where the figures
   * are rounded. Null if the design effect is known, or if the verdict is not significant.
   */
  largestDesignEffect: number | null;
  /** True if the waves of the windows are not published. The test then assumes equal waves. */
  equalWaves: boolean;
  /** The tests at the ends of the unrounded values that print as published. Null if neither figure is rounded. */
  rounding: RoundingRange | null;
}

/** The conclusion from a test. */
export interface Verdict {
  /** `cannot-be-said`: the change is significant for only some of the unrounded values that print as published. */
  outcome: Outcome;
  significant: boolean;
  /** `probable` if an ordinary design effect would undo the verdict, and the true one is not known. Null if not significant. */
  strength: 'firm' | 'probable' | null;
}

/** The significant outcomes. `reversed`: a gap that changed its sign, which is neither better nor worse. */
const SIGNIFICANT_OUTCOMES = ['better', 'worse', 'increase', 'decrease', 'reversed'] as const;

export type SignificantOutcome = (typeof SIGNIFICANT_OUTCOMES)[number];
export type Outcome = SignificantOutcome | 'cannot-be-said' | 'no-clear-change' | 'not-tested';

export function isSignificant(outcome: Outcome): outcome is SignificantOutcome {
  return SIGNIFICANT_OUTCOMES.some((significant) => significant === outcome);
}
