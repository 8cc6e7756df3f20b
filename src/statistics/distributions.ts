import betainc from '@stdlib/math-base-special-betainc';
import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import { betaTails, largeBetaQuantile, largeGammaQuantile } from './large-shapes.js';

/**
 * The distribution functions that the methods rest on, from @stdlib where it is exact. It is not for the incomplete beta
 * function with shapes of tens of millions, nor for the gamma quantile with shapes above some hundreds (large-shapes.ts), nor
 * is its normal quantile in the tail, for which its inverse of the complementary error function stands here.
 */

/** The standard normal value below which lies the probability `p`, 0 ≤ p ≤ 1; infinite at both ends. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  return p < 0.5 ? -Math.SQRT2 * erfcinv(2 * p) : Math.SQRT2 * erfcinv(2 * (1 - p));
}

/** The factor of a two-sided interval: 1.959964 for a confidence of 0.95. */
export function normalFactor(confidence: number): number {
  return -normalQuantile((1 - confidence) / 2);
}

/** The probability of a standard normal value at least as far from 0 as `z`, from the tail itself: exact however small. */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** The library's incomplete beta function and its inverse are exact to ten digits up to this sum of the shapes. */
const EXACT_SUM = 1e6;
/** Below this shape its gamma quantile is exact to twelve digits, and Stirling's form is not yet. */
const EXACT_SHAPE = 20;

const areLarge = (a: number, b: number): boolean => a + b > EXACT_SUM && Math.min(a, b) > EXACT_SHAPE;

/** The quantile of a beta distribution, 0 ≤ p ≤ 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  const start = betaQuantileOf(p, a, b);
  return areLarge(a, b) && p > 0 && p < 1 ? largeBetaQuantile(p, a, b, start) : start;
}

/** Of a binomial count in `n` trials with probability `share` each: the probabilities of at most and of at least `count`. */
export function binomialTails(count: number, n: number, share: number): { atMost: number; atLeast: number } {
  const tail = (x: number, a: number, b: number): number =>
    areLarge(a, b) ? betaTails(x, a, b).below : betainc(x, a, b);
  return {
    atMost: count >= n ? 1 : tail(1 - share, n - count, count + 1),
    atLeast: count <= 0 ? 1 : tail(share, count, n - count + 1),
  };
}

/** The quantile of a gamma distribution with the given shape and rate 1, 0 < p < 1. */
export function gammaQuantile(p: number, shape: number): number {
  return shape < EXACT_SHAPE ? gammaincinv(p, shape) : largeGammaQuantile(p, shape, normalQuantile(p));
}
