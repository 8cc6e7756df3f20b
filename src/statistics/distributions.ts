import betainc from '@stdlib/math-base-special-betainc';
import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import { betaTails, largeBetaQuantile, largeGammaQuantile } from './large-shapes.js';

/*
 * The distribution functions of the statistical methods, from @stdlib where it is exact. Three of its
 * functions are not. The incomplete beta function fails for shapes of tens of millions, and the gamma
 * quantile for shapes above some hundreds: see large-shapes.ts. The normal quantile fails in the tails. The
 * inverse complementary error function replaces it.
 */

/** Returns the standard normal quantile of a probability from 0 to 1. It is infinite at both ends. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  return p < 0.5 ? -Math.SQRT2 * erfcinv(2 * p) : Math.SQRT2 * erfcinv(2 * (1 - p));
}

/** Returns the factor of a two-sided interval: 1.959964 for a confidence of 0.95. */
export function normalFactor(confidence: number): number {
  return -normalQuantile((1 - confidence) / 2);
}

/** Returns the two-sided p-value of a z-score. It is computed from the tail, so that tiny values are exact. */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** Up to this sum of the shapes, the library's incomplete beta function and its inverse are exact to ten digits. */
const EXACT_SUM = 1e6;
/** Below this shape, the library's gamma quantile is exact to twelve digits and Stirling's formula is not. */
const EXACT_SHAPE = 20;

const areLarge = (a: number, b: number): boolean => a + b > EXACT_SUM && Math.min(a, b) > EXACT_SHAPE;

/** Returns the quantile of a beta distribution for a probability from 0 to 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  const start = betaQuantileOf(p, a, b);
  return areLarge(a, b) && p > 0 && p < 1 ? largeBetaQuantile(p, a, b, start) : start;
}

/** Returns the probabilities of at most and at least `count` successes in `n` trials with probability `share` each. */
export function binomialTails(count: number, n: number, share: number): { atMost: number; atLeast: number } {
  const tail = (x: number, a: number, b: number): number =>
    areLarge(a, b) ? betaTails(x, a, b).below : betainc(x, a, b);
  return {
    atMost: count >= n ? 1 : tail(1 - share, n - count, count + 1),
    atLeast: count <= 0 ? 1 : tail(share, count, n - count + 1),
  };
}

/** Returns the quantile of a gamma distribution with rate 1. The probability is above 0 and below 1. */
export function gammaQuantile(p: number, shape: number): number {
  return shape < EXACT_SHAPE ? gammaincinv(p, shape) : largeGammaQuantile(p, shape, normalQuantile(p));
}
