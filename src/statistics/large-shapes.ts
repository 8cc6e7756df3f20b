/*
 * The incomplete beta and gamma functions and their quantiles for large shapes. Libraries lose digits to
 * cancellation there. Here the factor of the series and of the fraction is Stirling's formula around the
 * mean. No large numbers are then subtracted.
 */

/**
 * Returns the quantile of a gamma distribution. Newton's steps on the smaller tail improve Wilson and Hilferty's
 * approximation (1931). `normal` is the normal quantile of `p`.
 */
export function largeGammaQuantile(p: number, shape: number, normal: number): number {
  const spread = 1 / (9 * shape);
  const start = shape * (1 - spread + normal * Math.sqrt(spread)) ** 3;
  return newton(p, start, (x, isUpper) => {
    const { term, below, above } = gammaTails(x, shape);
    return { tail: isUpper ? above : below, density: (term * shape) / x };
  });
}

/** Returns the quantile of a beta distribution. Newton's steps improve a start that is close to it. */
export function largeBetaQuantile(p: number, a: number, b: number, start: number): number {
  return newton(p, start, (x, isUpper) => {
    const { term, below, above } = betaTails(x, a, b);
    return { tail: isUpper ? above : below, density: term / (x * (1 - x)) };
  });
}

/**
 * Solves for the point whose tail has the probability `p` below it. Works on the smaller tail, which has more
 * digits.
 */
function newton(
  p: number,
  start: number,
  evaluate: (x: number, isUpper: boolean) => { tail: number; density: number },
): number {
  const isUpper = p > 0.5;
  const target = isUpper ? 1 - p : p;
  let x = start;
  for (let round = 0; round < 12; round++) {
    const { tail, density } = evaluate(x, isUpper);
    const step = ((tail - target) * (isUpper ? 1 : -1)) / density;
    x += step;
    if (Math.abs(step) < 1e-15 * x) break;
  }
  return x;
}

/**
 * Returns both regularised incomplete gamma functions (Abramowitz and Stegun 6.5.29 and 6.5.31). It uses the
 * power series below the shape and the continued fraction above it. `term` is x^a e^−x / Γ(a+1).
 */
function gammaTails(x: number, shape: number): { term: number; below: number; above: number } {
  const term =
    Math.exp(shape * logMinusArgument((x - shape) / shape) - stirlingError(shape)) /
    Math.sqrt(2 * Math.PI * shape);
  if (x < shape + 1) {
    let sum = 1;
    let last = 1;
    for (let n = 1; last > sum * 1e-17; n++) sum += last *= x / (shape + n);
    return { term, below: term * sum, above: 1 - term * sum };
  }
  const fraction = continuedFraction(1 / (x + 1 - shape), (n) => [-n * (n - shape), x + 1 - shape + 2 * n]);
  const above = term * shape * fraction;
  return { term, below: 1 - above, above };
}

/**
 * Returns both regularised incomplete beta functions (Abramowitz and Stegun 26.5.8). It uses the continued
 * fraction on the side of the mean where it converges. `term` is x^a (1−x)^b / B(a, b).
 */
export function betaTails(x: number, a: number, b: number): { term: number; below: number; above: number } {
  const mean = a / (a + b);
  const distance = x - mean;
  const term =
    Math.sqrt((a * b) / (2 * Math.PI * (a + b))) *
    Math.exp(
      a * logMinusArgument(distance / mean) +
        b * logMinusArgument(-distance / (1 - mean)) +
        stirlingError(a + b) -
        stirlingError(a) -
        stirlingError(b),
    );
  if (x < mean) {
    const below = (term / a) * betaFraction(x, a, b);
    return { term, below, above: 1 - below };
  }
  const above = (term / b) * betaFraction(1 - x, b, a);
  return { term, below: 1 - above, above };
}

function betaFraction(x: number, a: number, b: number): number {
  return continuedFraction(1, (n) => {
    const m = Math.floor(n / 2);
    const top = n % 2 === 1 ? -(a + m) * (a + b + m) : m * (b - m);
    return [(top * x) / ((a + n - 1) * (a + n)), 1];
  });
}

/** Evaluates a continued fraction by Lentz's method. `first` is 1/b₀ and `part(n)` is the pair of aₙ and bₙ. */
function continuedFraction(first: number, part: (n: number) => [number, number]): number {
  let d = first;
  let c = Infinity;
  let fraction = first;
  for (let n = 1; ; n++) {
    const [a, b] = part(n);
    d = 1 / (a * d + b);
    c = b + a / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= Number.EPSILON) return fraction;
  }
}

/** Returns ln(1 + t) − t without cancellation: near 0 it is far smaller than either part. */
function logMinusArgument(t: number): number {
  if (Math.abs(t) > 0.01) return Math.log1p(t) - t;
  let sum = 0;
  for (let n = 9; n >= 2; n--) sum = (n % 2 === 0 ? -1 : 1) / n + t * sum;
  return sum * t * t;
}

/** Returns the error of Stirling's approximation of ln Γ(a+1). */
function stirlingError(a: number): number {
  return 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5);
}
