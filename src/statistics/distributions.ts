import betainc from '@stdlib/math-base-special-betainc';
import erfc from '@stdlib/math-base-special-erfc';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';

/**
 * The distribution functions that the methods rest on, from @stdlib where it is exact. Two of its functions are not: the
 * normal quantile far in the tail, and the gamma quantile for shapes above some hundreds. Both are mended here.
 */

/** The standard normal value below which lies the probability `p`, 0 < p < 1. One of Halley's steps makes the far tail exact. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const start = normalQuantileOf(tail, 0, 1);
  const error = (0.5 * erfc(-start / Math.SQRT2)) / tail - 1;
  const step = (error * tail * Math.sqrt(2 * Math.PI)) / Math.exp((-start * start) / 2);
  const mended = start - step / (1 + (start * step) / 2);
  return p < 0.5 ? mended : -mended;
}

/** The factor of a two-sided interval: 1.959964 for a confidence of 0.95. */
export function normalFactor(confidence: number): number {
  return -normalQuantile((1 - confidence) / 2);
}

/** The probability of a standard normal value at least as far from 0 as `z`, from the tail itself: exact however small. */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** The quantile of a beta distribution, 0 ≤ p ≤ 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileOf(p, a, b);
}

/** Of a binomial count in `n` trials with probability `share` each: the probabilities of at most and of at least `count`. */
export function binomialTails(count: number, n: number, share: number): { atMost: number; atLeast: number } {
  return {
    atMost: count >= n ? 1 : betainc(1 - share, n - count, count + 1),
    atLeast: count <= 0 ? 1 : betainc(share, count, n - count + 1),
  };
}

/** Below this shape the library's gamma quantile is exact to twelve digits. */
const EXACT_SHAPE = 20;

/** The quantile of a gamma distribution with the given shape and rate 1, 0 < p < 1. */
export function gammaQuantile(p: number, shape: number): number {
  return shape < EXACT_SHAPE ? gammaincinv(p, shape) : largeGammaQuantile(p, shape);
}

/** Wilson and Hilferty's approximation (1931), mended by Newton's steps on the smaller tail. */
function largeGammaQuantile(p: number, shape: number): number {
  const upper = p > 0.5;
  const wanted = upper ? 1 - p : p;
  const spread = 1 / (9 * shape);
  let x = shape * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3;
  for (let round = 0; round < 12; round++) {
    const { term, tail } = gammaTail(x, shape, upper);
    const step = ((tail - wanted) * (upper ? 1 : -1) * x) / (term * shape);
    x += step;
    if (Math.abs(step) < 1e-15 * x) break;
  }
  return x;
}

/**
 * The lower or upper regularised incomplete gamma function for large shapes: the power series below the shape, the continued
 * fraction above it (Abramowitz and Stegun 6.5.29 and 6.5.31). `term` is x^a e^−x / Γ(a+1), in Stirling's form, which loses
 * nothing to cancellation.
 */
function gammaTail(x: number, shape: number, upper: boolean): { term: number; tail: number } {
  const excess = (x - shape) / shape;
  const correction = 1 / (12 * shape) - 1 / (360 * shape ** 3) + 1 / (1260 * shape ** 5);
  const term = Math.exp(shape * (Math.log1p(excess) - excess) - correction) / Math.sqrt(2 * Math.PI * shape);
  if (x < shape + 1) {
    let sum = 1;
    let last = 1;
    for (let n = 1; last > sum * 1e-17; n++) sum += last *= x / (shape + n);
    return { term, tail: upper ? 1 - term * sum : term * sum };
  }
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  const above = term * shape * fraction;
  return { term, tail: upper ? above : 1 - above };
}
