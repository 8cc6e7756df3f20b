import { ORDINARY_DESIGN_EFFECT } from './ordinary-design-effect.js';
import { twoProportionTest, type Sample } from './proportion.js';
import { holm } from './verdict.js';

/** A share of survey answers as published. */
export interface PublishedShare {
  /** A fraction. */
  p: number;
  n: number;
  /** The variance as a multiple of that of a simple random sample. Null if it is not known. */
  deff: number | null;
  /** The most that rounding can have moved `p`: 0.005 for 64%, 0 for a share of counted answers. */
  rounding: number;
}

export interface Difference {
  /** The first share less the second. */
  difference: number;
  /** The p-value, adjusted for the other differences (Holm). */
  pValue: number;
  /** `too-close-to-call`: rounding alone decides whether the difference is significant. */
  outcome: 'differs' | 'no-clear-difference' | 'too-close-to-call';
  /** True if the outcome also holds with `ORDINARY_DESIGN_EFFECT` where the design effect is not known. */
  holdsIfClustered: boolean;
}

type Pair = readonly [PublishedShare, PublishedShare];

/**
 * Tests the differences of several pairs together. Each pair is tested at its published values, and at the least and
 * the most favourable values that print the same. Holm's adjustment is monotone, so the extremes of all pairs
 * together bound each result. The samples of a pair count as independent.
 */
export function testDifferences(pairs: readonly Pair[], alpha: number): Difference[] {
  const pValues = adjust(pairs, 0);
  const least = adjust(pairs, -1);
  const most = adjust(pairs, 1);
  const clustered = adjust(pairs, -1, ORDINARY_DESIGN_EFFECT);
  return pairs.map(([first, second], index) => {
    const isSignificantAt = (values: number[]): boolean => (values[index] ?? 1) < alpha;
    return {
      difference: first.p - second.p,
      pValue: pValues[index] ?? 1,
      outcome: isSignificantAt(least)
        ? 'differs'
        : isSignificantAt(most)
          ? 'too-close-to-call'
          : 'no-clear-difference',
      holdsIfClustered: isSignificantAt(clustered),
    };
  });
}

/** Returns the adjusted p-values when rounding is undone in favour of a difference (1), against it (−1) or not (0). */
function adjust(pairs: readonly Pair[], favour: -1 | 0 | 1, unknownEffect = 1): number[] {
  const pValues = pairs.map((pair) => testPair(pair, favour, unknownEffect));
  return holm(pValues).map((pValue) => pValue ?? 1);
}

function testPair([first, second]: Pair, favour: -1 | 0 | 1, unknownEffect: number): number {
  const sign = first.p < second.p ? -1 : 1;
  const p1 = clip(first.p + sign * favour * first.rounding);
  const p2 = clip(second.p - sign * favour * second.rounding);
  if (sign * (p1 - p2) <= 0) return 1;
  const toSample = (p: number, { n, deff }: PublishedShare): Sample => ({
    x: p * n,
    n,
    deff: deff ?? unknownEffect,
  });
  return twoProportionTest(toSample(p1, first), toSample(p2, second), 0.95).pValue ?? 1;
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}
