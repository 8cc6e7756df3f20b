import { binomialTails, gammaQuantile, normalFactor, normalTwoSided } from './distributions.js';
import { clopperPearson } from './proportion.js';

/** Computes one count as a fraction of another. Cases of an earlier period can push it above 1. */
export function ratioOfCounts(
  numerator: number,
  denominator: number,
): { rate: number | null; status: 'ok' | 'over 100%' | 'not applicable' } {
  if (!(denominator > 0)) return { rate: null, status: 'not applicable' };
  const rate = numerator / denominator;
  return { rate, status: rate > 1 ? 'over 100%' : 'ok' };
}

/** Computes a change of shares in percentage points and in per cent. `relativePercent` is null if `from` is 0. */
export function shareChange(from: number, to: number): { points: number; relativePercent: number | null } {
  return { points: (to - from) * 100, relativePercent: from === 0 ? null : ((to - from) / from) * 100 };
}

export type RateMethod = 'exact' | 'byar' | 'auto';

/** Below this count, `auto` uses the exact interval instead of Byar's approximation. */
const BYAR_MINIMUM = 10;

/**
 * Computes events per so many people, with the interval of a Poisson count. The interval is exact (Garwood 1936) or
 * Byar's approximation (Breslow and Day 1987). All values are null if there is no population.
 */
export function poissonRate(
  count: number,
  population: number,
  per: number,
  confidence: number,
  method: RateMethod = 'auto',
): { rate: number | null; lower: number | null; upper: number | null } {
  if (!(population > 0)) return { rate: null, lower: null, upper: null };
  const isExact = method === 'exact' || (method === 'auto' && count < BYAR_MINIMUM);
  const [low, high] = isExact ? garwood(count, confidence) : byar(count, confidence);
  const scale = per / population;
  return { rate: count * scale, lower: low * scale, upper: high * scale };
}

function garwood(count: number, confidence: number): [number, number] {
  const tail = (1 - confidence) / 2;
  return [count === 0 ? 0 : gammaQuantile(tail, count), gammaQuantile(1 - tail, count + 1)];
}

function byar(count: number, confidence: number): [number, number] {
  const z = normalFactor(confidence);
  const next = count + 1;
  const lower = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  return [Math.max(0, lower), next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3];
}

export interface CountChange {
  difference: number;
  /** The change of the rate, in per cent. Null if the earlier count is 0. */
  percentChange: number | null;
  rateRatio: number | null;
  pValue: number;
  ratioLower: number | null;
  /** The upper end of the interval of the ratio. Null if there is no limit. */
  ratioUpper: number | null;
}

/**
 * Compares two counts over periods of different length. With equal rates, the later count is binomial given the sum.
 * The test is the central one, twice the smaller tail, so that it agrees with the interval. The interval is Clopper and
 * Pearson's for the odds. The earlier count has its own interval, not 1 minus that of the later count. This is exact
 * for tiny shares too. Exposures are in days.
 */
export function countChange(
  before: number,
  after: number,
  exposureBefore: number,
  exposureAfter: number,
  confidence: number,
): CountChange {
  const n = before + after;
  const difference = after - before;
  if (n === 0) return { difference, ...NOTHING_COUNTED };
  const share = exposureAfter / (exposureAfter + exposureBefore);
  const { atMost, atLeast } = binomialTails(after, n, share);
  const [earlier, later] = [clopperPearson(before, n, confidence), clopperPearson(after, n, confidence)];
  const scale = exposureBefore / exposureAfter;
  const ratio = before === 0 ? null : (after / before) * scale;
  return {
    difference,
    percentChange: ratio === null ? null : (ratio - 1) * 100,
    rateRatio: ratio,
    pValue: Math.min(1, 2 * Math.min(atMost, atLeast)),
    ratioLower: (later.lower / earlier.upper) * scale,
    ratioUpper: earlier.lower === 0 ? null : (later.upper / earlier.lower) * scale,
  };
}

const NOTHING_COUNTED = {
  percentChange: null,
  rateRatio: null,
  pValue: 1,
  ratioLower: null,
  ratioUpper: null,
};

/**
 * Compares two counts whose variance is `phi` times that of chance alone. The log of the rate ratio is
 * treated as normal.
 */
export function countChangeQuasi(
  before: number,
  after: number,
  exposureBefore: number,
  exposureAfter: number,
  phi: number,
  confidence: number,
): {
  rateRatio: number | null;
  z: number | null;
  pValue: number | null;
  ratioLower: number | null;
  ratioUpper: number | null;
} {
  if (!(before > 0) || !(after > 0))
    return { rateRatio: before > 0 ? 0 : null, z: null, pValue: null, ratioLower: null, ratioUpper: null };
  const ratio = ((after / before) * exposureBefore) / exposureAfter;
  const se = Math.sqrt(phi * (1 / after + 1 / before));
  const z = Math.log(ratio) / se;
  const factor = Math.exp(normalFactor(confidence) * se);
  return {
    rateRatio: ratio,
    z,
    pValue: normalTwoSided(z),
    ratioLower: ratio / factor,
    ratioUpper: ratio * factor,
  };
}

/** Computes a quick z-score of two counts over equal periods. The difference of square roots is nearly normal. */
export function poissonZ(before: number, after: number): number {
  return 2 * (Math.sqrt(after) - Math.sqrt(before));
}
