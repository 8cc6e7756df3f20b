import { betaQuantile, normalFactor, normalTwoSided } from './distributions.js';

/** A share of survey answers: `x` of `n`. Its variance is `deff` times that of a simple random sample. */
export interface Sample {
  x: number;
  n: number;
  deff: number;
}

export interface Bounds {
  lower: number;
  upper: number;
}

/**
 * Computes Wilson's score interval (1927) of a proportion with an effective base. Its ends are exactly 0 at p = 0 and 1
 * at p = 1. The smaller end comes from the product of the two ends, so that it is exact for tiny proportions too.
 */
export function wilson(p: number, nEff: number, confidence: number): Bounds {
  const z = normalFactor(confidence);
  const spread = (z * z) / nEff;
  const half = z * Math.sqrt((p * (1 - p)) / nEff + (z * z) / (4 * nEff * nEff));
  const upper = (p + spread / 2 + half) / (1 + spread);
  const lower = (p + spread / 2 - half) / (1 + spread);
  return {
    lower: p === 0 ? 0 : p < 0.5 ? (p * p) / ((1 + spread) * upper) : lower,
    upper: p === 1 ? 1 : p > 0.5 ? 1 - (1 - p) ** 2 / ((1 + spread) * (1 - lower)) : upper,
  };
}

/** Computes the textbook interval, clipped to [0, 1]. It is too short for small bases: use it only to compare. */
function wald(p: number, nEff: number, confidence: number): Bounds {
  const half = normalFactor(confidence) * Math.sqrt((p * (1 - p)) / nEff);
  return { lower: Math.max(0, p - half), upper: Math.min(1, p + half) };
}

/** Computes Clopper and Pearson's exact interval (1934) with the effective base. */
export function clopperPearson(x: number, n: number, confidence: number): Bounds {
  const tail = (1 - confidence) / 2;
  return {
    lower: x <= 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x >= n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

export type IntervalMethod = 'wilson' | 'wald' | 'clopper-pearson';

/** Computes a proportion with its interval, as fractions. Null if the base is 0. The paper uses Wilson's interval. */
export function proportionInterval(
  { x, n, deff }: Sample,
  confidence: number,
  method: IntervalMethod = 'wilson',
): { p: number | null; nEff: number; lower: number | null; upper: number | null } {
  const nEff = n / deff;
  if (!(n > 0)) return { p: null, nEff: 0, lower: null, upper: null };
  const p = x / n;
  return { p, nEff, ...computeBounds(p, nEff, confidence, method) };
}

function computeBounds(p: number, nEff: number, confidence: number, method: IntervalMethod): Bounds {
  switch (method) {
    case 'wilson':
      return wilson(p, nEff, confidence);
    case 'wald':
      return wald(p, nEff, confidence);
    case 'clopper-pearson':
      return clopperPearson(p * nEff, nEff, confidence);
    default:
      return method satisfies never;
  }
}

/**
 * Computes the interval of a difference, later minus earlier, from both intervals and their correlation. This is the
 * method of variance estimates recovery (Zou and Donner 2008). With Wilson's intervals and no correlation it is
 * Newcombe's tenth method (1998).
 */
export function moverDifference(
  earlier: Bounds & { estimate: number },
  later: Bounds & { estimate: number },
  correlation = 0,
): Bounds {
  const difference = later.estimate - earlier.estimate;
  const root = (a: number, b: number): number =>
    Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
  return {
    lower: difference - root(later.estimate - later.lower, earlier.upper - earlier.estimate),
    upper: difference + root(later.upper - later.estimate, earlier.estimate - earlier.lower),
  };
}

export interface DifferenceTest {
  p1: number | null;
  p2: number | null;
  /** p2 − p1, a fraction. */
  diff: number | null;
  /** The z-score. Null if both proportions are 0 or both are 1. */
  z: number | null;
  pValue: number | null;
  lower: number | null;
  upper: number | null;
}

/**
 * Compares two independent samples by the pooled z-test, weighted by effective bases, and Newcombe's
 * interval. It does not suit windows that overlap. The result is null if a sample is empty. The pooled share
 * and its complement are summed separately, so that no digits are lost near 1.
 */
export function twoProportionTest(first: Sample, second: Sample, confidence: number): DifferenceTest {
  const [p1, p2] = [computeShare(first), computeShare(second)];
  if (p1 === null || p2 === null)
    return { p1, p2, diff: null, z: null, pValue: null, lower: null, upper: null };
  const [ne1, ne2] = [first.n / first.deff, second.n / second.deff];
  const diff = shareDifference(first, second);
  const pooled = (ne1 * p1 + ne2 * p2) / (ne1 + ne2);
  const others =
    (ne1 * ((first.n - first.x) / first.n) + ne2 * ((second.n - second.x) / second.n)) / (ne1 + ne2);
  const se = Math.sqrt(pooled * others * (1 / ne1 + 1 / ne2));
  const z = se > 0 ? diff / se : null;
  const bounds = moverDifference(
    { estimate: p1, ...wilson(p1, ne1, confidence) },
    { estimate: p2, ...wilson(p2, ne2, confidence) },
  );
  return { p1, p2, diff, z, pValue: z === null ? 1 : normalTwoSided(z), ...bounds };
}

/** Returns the second share minus the first, exact for whole numbers: 1/3 and 217/651 are equal. */
function shareDifference(first: Sample, second: Sample): number {
  const counts = [first.x, first.n, second.x, second.n];
  if (!counts.every(Number.isSafeInteger)) return second.x / second.n - first.x / first.n;
  const cross = BigInt(second.x) * BigInt(first.n) - BigInt(first.x) * BigInt(second.n);
  return Number(cross) / first.n / second.n;
}

/** Returns x / n, or null if the base is 0. */
export function computeShare({ x, n }: { x: number; n: number }): number | null {
  return n > 0 ? x / n : null;
}
