/**
 * The incomplete beta and gamma functions and their quantiles for large shapes, where libraries lose digits to cancellation.
 * What multiplies series and fraction is written about the mean, in Stirling's form, so that nothing large is subtracted.
 */

/**
 * The quantile of a gamma distribution: Wilson and Hilferty's approximation (1931) from the normal quantile of `p`, mended by
 * Newton's steps on the smaller tail.
 */
export function largeGammaQuantile(p: number, shape: number, normal: number): number {
  const spread = 1 / (9 * shape);
  const start = shape * (1 - spread + normal * Math.sqrt(spread)) ** 3;
  return newton(p, start, (x, upper) => {
    const { term, below, above } = gammaTails(x, shape);
    return { tail: upper ? above : below, density: (term * shape) / x };
  });
}

/** The quantile of a beta distribution, mended by Newton's steps from a start close to it. */
export function largeBetaQuantile(p: number, a: number, b: number, start: number): number {
  return newton(p, start, (x, upper) => {
    const { term, below, above } = betaTails(x, a, b);
    return { tail: upper ? above : below, density: term / (x * (1 - x)) };
  });
}

function newton(
  p: number,
  start: number,
  at: (x: number, upper: boolean) => { tail: number; density: number },
): number {
  const upper = p > 0.5;
  const wanted = upper ? 1 - p : p;
  let x = start;
  for (let round = 0; round < 12; round++) {
    const { tail, density } = at(x, upper);
    const step = ((tail - wanted) * (upper ? 1 : -1)) / density;
    x += step;
    if (Math.abs(step) < 1e-15 * x) break;
  }
  return x;
}

/**
 * Both regularised incomplete gamma functions: the power series below the shape, the continued fraction above it (Abramowitz
 * and Stegun 6.5.29 and 6.5.31). `term` is x^a e^−x / Γ(a+1).
 */
function gammaTails(x: number, shape: number): { term: number; below: number; above: number } {
  const term =
    Math.exp(shape * logLess((x - shape) / shape) - stirlingError(shape)) / Math.sqrt(2 * Math.PI * shape);
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
 * Both regularised incomplete beta functions by the continued fraction (Abramowitz and Stegun 26.5.8), taken on the side of the
 * mean where it converges. `term` is x^a (1−x)^b / B(a, b).
 */
export function betaTails(x: number, a: number, b: number): { term: number; below: number; above: number } {
  const mean = a / (a + b);
  const off = x - mean;
  const term =
    Math.sqrt((a * b) / (2 * Math.PI * (a + b))) *
    Math.exp(
      a * logLess(off / mean) +
        b * logLess(-off / (1 - mean)) +
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

/** Lentz's method: `first` is 1/b₀; each later part is the pair of aₙ and bₙ. */
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

/** ln(1 + t) − t, which near 0 is far smaller than either. */
function logLess(t: number): number {
  if (Math.abs(t) > 0.01) return Math.log1p(t) - t;
  let sum = 0;
  for (let n = 9; n >= 2; n--) sum = (n % 2 === 0 ? -1 : 1) / n + t * sum;
  return sum * t * t;
}

/** What Stirling's approximation of ln Γ(a+1) leaves out. */
function stirlingError(a: number): number {
  return 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5);
}
