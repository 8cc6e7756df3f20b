import { normalTwoSided } from './distributions.js';
import { moverDifference, wilson } from './proportion.js';
import { sum } from './sum.js';

/** The interviews of one quarter. Unweighted: `wBase` is `n` and `wNum` the count. */
export interface Wave {
  quarter: string;
  /** How many were asked. */
  n: number;
  /** The sum of the weights of those asked, and of those who gave the answer. */
  wBase: number;
  wNum: number;
  /** The design effect: how much larger the variance is than in a simple random sample. */
  deff: number;
}

/** The effective size of a weighted sample (Kish 1965): (Σw)²/Σw², and the design effect of the weights. */
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

/**
 * The share over a window of waves: numerators and bases are pooled, percentages never averaged. The effective base follows
 * from the waves' own; the interval is Wilson's. A wave missing or empty leaves the whole result null.
 */
export function rollingProportion(
  waves: readonly Wave[],
  window: readonly string[],
  confidence: number,
): RollingProportion {
  const missing = window.filter((quarter) => !findWave(waves, quarter));
  if (missing.length > 0)
    return {
      status: 'incomplete',
      missing,
      p: null,
      n: null,
      nEff: null,
      deff: null,
      lower: null,
      upper: null,
    };
  const held = window.flatMap((quarter) => findWave(waves, quarter) ?? []);
  const base = sum(held.map(({ wBase }) => wBase));
  const p = sum(held.map(({ wNum }) => wNum)) / base;
  const n = sum(held.map((wave) => wave.n));
  const nEff = 1 / sum(held.map((wave) => (wave.wBase / base) ** 2 / effective(wave)));
  return { status: 'ok', missing, p, n, nEff, deff: n / nEff, ...wilson(p, nEff, confidence) };
}

export interface OverlapChange {
  status: 'ok' | 'incomplete' | 'same-window';
  pA: number | null;
  pB: number | null;
  /** pB − pA, a fraction. */
  diff: number | null;
  /** Quarters that both windows hold. */
  sharedQuarters: number | null;
  /** The correlation of the two windows' results that follows from those. */
  rho: number | null;
  /** The standard error of the difference if nothing had changed. */
  seNull: number | null;
  z: number | null;
  pValue: number | null;
  lower: number | null;
  upper: number | null;
}

const UNTESTED = {
  diff: null,
  sharedQuarters: null,
  rho: null,
  seNull: null,
  z: null,
  pValue: null,
  lower: null,
  upper: null,
};

/**
 * The change between two windows of waves that may overlap, A the earlier. Each wave enters with the difference of its shares
 * in the two windows, so that those in both do not count twice; a test for independent samples would miss real changes. The
 * interval allows for the correlation (moverDifference).
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
  if (windowA.join() === windowB.join()) return { status: 'same-window', ...both, ...UNTESTED };
  if (a.p === null || b.p === null || !hasBounds(a) || !hasBounds(b))
    return { status: 'incomplete', ...both, ...UNTESTED };

  const union = [...new Set([...windowA, ...windowB])].flatMap((quarter) => findWave(waves, quarter) ?? []);
  const shareIn = (window: readonly string[], wave: Wave): number => {
    const base = sum(union.map(({ quarter, wBase }) => (window.includes(quarter) ? wBase : 0)));
    return window.includes(wave.quarter) ? wave.wBase / base : 0;
  };
  const parts = union.map((wave) => ({
    inA: shareIn(windowA, wave),
    inB: shareIn(windowB, wave),
    ne: effective(wave),
  }));
  const pooled = sum(union.map(({ wNum }) => wNum)) / sum(union.map(({ wBase }) => wBase));
  const seNull = Math.sqrt(
    pooled * (1 - pooled) * sum(parts.map(({ inA, inB, ne }) => (inB - inA) ** 2 / ne)),
  );
  const rho = sum(parts.map(({ inA, inB, ne }) => (inA * inB) / ne)) * Math.sqrt(a.nEff * b.nEff);
  return {
    status: 'ok',
    ...both,
    sharedQuarters: windowA.filter((quarter) => windowB.includes(quarter)).length,
    rho,
    seNull,
    ...compare({ estimate: a.p, ...a }, { estimate: b.p, ...b }, seNull, rho),
  };
}

/** A rolling figure published without its waves. */
export interface PublishedWindow {
  p: number;
  n: number;
  deff: number;
}

/**
 * The same for two rolling figures whose waves were not published: `size` equal waves are assumed in each window, `shared` of
 * them in both. The shared waves' own result is not known; the mean of the two figures stands for it.
 */
export function publishedChange(
  earlier: PublishedWindow,
  later: PublishedWindow,
  shared: number,
  confidence: number,
  size = 4,
): { diff: number; seNull: number; z: number | null; pValue: number; lower: number; upper: number } {
  const pooled = (earlier.p + later.p) / 2;
  const alone = (size - shared) / size;
  const seNull = Math.sqrt(pooled * (1 - pooled) * alone * (earlier.deff / earlier.n + later.deff / later.n));
  const bounded = ({ p, n, deff }: PublishedWindow) => ({ estimate: p, ...wilson(p, n / deff, confidence) });
  return { seNull, ...compare(bounded(earlier), bounded(later), seNull, shared / size) };
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
  one: T,
): one is T & { nEff: number; lower: number; upper: number } {
  return one.nEff !== null && one.lower !== null && one.upper !== null;
}

/** An empty wave is none. */
function findWave(waves: readonly Wave[], quarter: string): Wave | undefined {
  return waves.find((wave) => wave.quarter === quarter && wave.n > 0 && wave.wBase > 0);
}

function effective({ n, deff }: Wave): number {
  return n / deff;
}
