import { normalTwoSided } from './distributions.js';
import { moverDifference, computeShare, twoProportionTest, type Sample } from './proportion.js';
import { sum } from './sum.js';

/** Two groups of the same survey. The other group is compared with the reference group. */
export interface Groups {
  reference: Sample;
  other: Sample;
}

export interface Gap {
  reference: number | null;
  other: number | null;
  /** The reference share minus the other share, as a fraction. */
  gap: number | null;
  z: number | null;
  pValue: number | null;
  lower: number | null;
  upper: number | null;
}

/** Computes the gap between two groups, with the pooled z-test and Newcombe's interval. Null if a group is empty. */
export function gap({ reference, other }: Groups, confidence: number): Gap {
  const { p1, p2, diff, ...test } = twoProportionTest(other, reference, confidence);
  return { reference: p2, other: p1, gap: diff, ...test };
}

/**
 * Computes the design effect of a gap: the variance of the pooled test as a multiple of that of two simple random samples.
 * Null if a group is empty.
 */
export function computeGapDesignEffect({ reference, other }: Groups): number | null {
  if (reference.n === 0 || other.n === 0) return null;
  return (reference.deff / reference.n + other.deff / other.n) / (1 / reference.n + 1 / other.n);
}

export interface GapChange {
  gapA: number | null;
  gapB: number | null;
  change: number | null;
  z: number | null;
  pValue: number | null;
  lower: number | null;
  upper: number | null;
}

/** The correlation of each group's results in two windows, due to the interviews in both. 0 for windows that share none. */
export type GroupCorrelations = Record<keyof Groups, number>;

/**
 * Computes the change of a gap between an earlier period A and a later period B. The z-test uses the variance of all four
 * groups, less what the shared interviews count twice. The interval comes from the intervals of the two gaps (moverDifference).
 */
export function gapChange(
  periodA: Groups,
  periodB: Groups,
  confidence: number,
  correlations: GroupCorrelations = { reference: 0, other: 0 },
): GapChange {
  const [a, b] = [gap(periodA, confidence), gap(periodB, confidence)];
  const none = { change: null, z: null, pValue: null, lower: null, upper: null };
  if (!hasGap(a) || !hasGap(b)) return { gapA: a.gap, gapB: b.gap, ...none };
  const [varianceA, varianceB] = [periodA, periodB].map(computeGapVariance) as [number, number];
  const covariance = sum(
    (['reference', 'other'] as const).map(
      (key) => correlations[key] * Math.sqrt(computeVariance(periodA[key]) * computeVariance(periodB[key])),
    ),
  );
  const variance = varianceA + varianceB - 2 * covariance;
  const product = varianceA * varianceB;
  const change = b.gap - a.gap;
  const z = variance > 0 ? change / Math.sqrt(variance) : null;
  return {
    gapA: a.gap,
    gapB: b.gap,
    change,
    z,
    pValue: z === null ? 1 : normalTwoSided(z),
    ...moverDifference(
      { estimate: a.gap, ...a },
      { estimate: b.gap, ...b },
      product > 0 ? covariance / Math.sqrt(product) : 0,
    ),
  };
}

function computeGapVariance({ reference, other }: Groups): number {
  return computeVariance(reference) + computeVariance(other);
}

function computeVariance(sample: Sample): number {
  const p = computeShare(sample) ?? 0;
  return (p * (1 - p)) / (sample.n / sample.deff);
}

function hasGap(result: Gap): result is Gap & { gap: number; lower: number; upper: number } {
  return result.gap !== null && result.lower !== null && result.upper !== null;
}
