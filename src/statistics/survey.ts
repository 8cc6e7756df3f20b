import { normalTwoSided } from './distributions.js';
import { moverDifference, wilson } from './proportion.js';
import { sum } from './sum.js';

/** The interviews of one quarter. In an unweighted survey, `wBase` is `n` and `wNum` is the count. */
export interface Wave {
  period: string;
  /** The number of people asked. */
  n: number;
  /** The sum of the weights of the people asked. */
  wBase: number;
  /** The sum of the weights of the people who gave the answer. */
  wNum: number;
  /** The design effect: the variance as a multiple of that of a simple random sample. */
  deff: number;
}

/** Computes the effective size of a weighted sample (Kish 1965), (Σw)²/Σw², and the design effect of the weights. */
export function kish(weights: readonly number[]): {
  n: number;
  sumW: number;
  nEff: number | null;
  deff: number | null;
} {
  const n = weights.length;
  const sumW = sum(weights);
  const squares = sum(weights.map((weight) => weight * weight));
  if (squares === 0) return { n, sumW, nEff: null, deff: null };
  const nEff = (sumW * sumW) / squares;
  return { n, sumW, nEff, deff: n / nEff };
}

export interface RollingProportion {
  status: 'ok' | 'incomplete';
  /** The window's quarters without a wave. */
  missing: string[];
  p: number | null;
  n: number | null;
  nEff: number | null;
  deff: number | null;
  lower: number | null;
  upper: number | null;
}

const NO_PROPORTION = { p: null, n: null, nEff: null, deff: null, lower: null, upper: null };

/**
 * Computes the share over a window of waves, from pooled numerators and bases, with Wilson's interval. The
 * effective base comes from those of the waves. If a wave is missing or empty, the whole result is null.
 */
export function rollingProportion(
  waves: readonly Wave[],
  window: readonly string[],
  confidence: number,
): RollingProportion {
  const missing = window.filter((period) => !findWave(waves, period));
  if (missing.length > 0) return { status: 'incomplete', missing, ...NO_PROPORTION };
  const present = window.flatMap((period) => findWave(waves, period) ?? []);
  const base = sum(present.map(({ wBase }) => wBase));
  const p = sum(present.map(({ wNum }) => wNum)) / base;
  const n = sum(present.map((wave) => wave.n));
  const nEff = 1 / sum(present.map((wave) => (wave.wBase / base) ** 2 / computeEffectiveBase(wave)));
  return { status: 'ok', missing, p, n, nEff, deff: n / nEff, ...wilson(p, nEff, confidence) };
}

export interface OverlapChange {
  status: 'ok' | 'incomplete' | 'same-window';
  pA: number | null;
  pB: number | null;
  /** pB − pA, a fraction. */
  diff: number | null;
  /** The number of quarters in both windows. */
  sharedPeriods: number | null;
  /** The correlation of the results of the two windows, due to the shared quarters. */
  rho: number | null;
  /** The standard error of the difference under the null hypothesis of no change. */
  seNull: number | null;
  z: number | null;
  pValue: number | null;
  lower: number | null;
  upper: number | null;
}

const NOT_TESTED = {
  diff: null,
  sharedPeriods: null,
  rho: null,
  seNull: null,
  z: null,
  pValue: null,
  lower: null,
  upper: null,
};

/**
 * Tests the change between an earlier window A and a later window B of waves. The windows may overlap. Each wave
 * counts with the difference of its shares in the two windows. Shared waves therefore do not count twice. A test for
 * independent samples would miss real changes. The interval allows for the correlation (moverDifference).
 */
export function overlapChange(
  waves: readonly Wave[],
  windowA: readonly string[],
  windowB: readonly string[],
  confidence: number,
): OverlapChange {
  const a = rollingProportion(waves, windowA, confidence);
  const b = rollingProportion(waves, windowB, confidence);
  const both = { pA: a.p, pB: b.p };
  if (windowA.join() === windowB.join()) return { status: 'same-window', ...both, ...NOT_TESTED };
  if (a.p === null || b.p === null || !hasBounds(a) || !hasBounds(b))
    return { status: 'incomplete', ...both, ...NOT_TESTED };

  const union = [...new Set([...windowA, ...windowB])].flatMap((period) => findWave(waves, period) ?? []);
  const parts = union.map((wave) => ({
    inA: computeWeight(wave, windowA, union),
    inB: computeWeight(wave, windowB, union),
    ne: computeEffectiveBase(wave),
  }));
  const pooled = sum(union.map(({ wNum }) => wNum)) / sum(union.map(({ wBase }) => wBase));
  const seNull = Math.sqrt(
    pooled * (1 - pooled) * sum(parts.map(({ inA, inB, ne }) => (inB - inA) ** 2 / ne)),
  );
  const rho = sum(parts.map(({ inA, inB, ne }) => (inA * inB) / ne)) * Math.sqrt(a.nEff * b.nEff);
  return {
    status: 'ok',
    ...both,
    sharedPeriods: windowA.filter((period) => windowB.includes(period)).length,
    rho,
    seNull,
    ...compare({ estimate: a.p, ...a }, { estimate: b.p, ...b }, seNull, rho),
  };
}

/** Returns a wave's share of the base of a window. It is 0 outside the window. */
function computeWeight(wave: Wave, window: readonly string[], waves: readonly Wave[]): number {
  if (!window.includes(wave.period)) return 0;
  return wave.wBase / sum(waves.map(({ period, wBase }) => (window.includes(period) ? wBase : 0)));
}

/** A rolling figure published without its waves. */
export interface PublishedWindow {
  p: number;
  n: number;
  deff: number;
}

/**
 * Tests the change between two rolling figures whose waves were not published. It assumes `size` equal waves in each
 * window, `shared` of them in both. The mean of the two figures replaces the unknown result of the shared waves.
 */
export function publishedChange(
  earlier: PublishedWindow,
  later: PublishedWindow,
  shared: number,
  confidence: number,
  size = 4,
): { diff: number; seNull: number; z: number | null; pValue: number; lower: number; upper: number } {
  const pooled = (earlier.p + later.p) / 2;
  const unshared = (size - shared) / size;
  const seNull = Math.sqrt(
    pooled * (1 - pooled) * unshared * (earlier.deff / earlier.n + later.deff / later.n),
  );
  const withBounds = ({ p, n, deff }: PublishedWindow) => ({
    estimate: p,
    ...wilson(p, n / deff, confidence),
  });
  return { seNull, ...compare(withBounds(earlier), withBounds(later), seNull, shared / size) };
}

type Estimate = { estimate: number; lower: number; upper: number };

function compare(
  earlier: Estimate,
  later: Estimate,
  seNull: number,
  rho: number,
): { diff: number; z: number | null; pValue: number; lower: number; upper: number } {
  const diff = later.estimate - earlier.estimate;
  const z = seNull > 0 ? diff / seNull : null;
  return { diff, z, pValue: z === null ? 1 : normalTwoSided(z), ...moverDifference(earlier, later, rho) };
}

function hasBounds<T extends RollingProportion>(
  result: T,
): result is T & { nEff: number; lower: number; upper: number } {
  return result.nEff !== null && result.lower !== null && result.upper !== null;
}

/** Finds the wave of a quarter, unless it is empty. */
function findWave(waves: readonly Wave[], period: string): Wave | undefined {
  return waves.find((wave) => wave.period === period && wave.n > 0 && wave.wBase > 0);
}

function computeEffectiveBase({ n, deff }: Wave): number {
  return n / deff;
}
