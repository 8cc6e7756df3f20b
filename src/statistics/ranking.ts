import type { BetterWhen } from '../model/better-when.js';
import { normalFactor } from './distributions.js';
import { wilson, type Bounds, type Sample } from './proportion.js';
import { removeFloatNoise } from './rounding.js';
import { sum } from './sum.js';

export interface RankedItem {
  name: string;
  /** The number of people who gave the answer. Null if it is not known. */
  x: number | null;
  /** The number of people asked. Null if it is not known. */
  n: number | null;
}

interface ItemWithBase {
  name: string;
  x: number;
  n: number;
}

function hasBase(item: RankedItem): item is ItemWithBase {
  return item.x !== null && item.n !== null && item.n > 0;
}

/**
 * Returns both ends of a league table in standard competition ranking (1 2 2 4), best first, ties by name.
 * Ranks at the bottom count from the worst. A tie at the cut shows more than `k` items. Shares of whole
 * numbers are compared exactly, so that 1/3 and 217/651 tie. Items without a base have no rank.
 */
export function rankTopBottom(
  items: readonly RankedItem[],
  k: number,
  betterWhen: BetterWhen,
): {
  ranks: Record<string, number>;
  tied: Record<string, boolean>;
  top: string[];
  bottom: string[];
  unranked: string[];
  overlap: boolean;
} {
  const known = items.filter(hasBase);
  const ranked = rankItems(known, betterWhen);
  const top = ranked.filter(({ rank }) => rank <= k).map(({ name }) => name);
  const bottom = ranked.filter(({ fromWorst }) => fromWorst <= k).map(({ name }) => name);
  return {
    ranks: Object.fromEntries(ranked.map(({ name, rank }) => [name, rank])),
    tied: Object.fromEntries(ranked.map(({ name, tied }) => [name, tied])),
    top,
    bottom,
    unranked: items.filter((item) => !known.some(({ name }) => name === item.name)).map(({ name }) => name),
    overlap: top.some((name) => bottom.includes(name)),
  };
}

interface Rank {
  name: string;
  rank: number;
  fromWorst: number;
  tied: boolean;
}

/** Ranks items, best first. Tied items are in order of their names. */
function rankItems(items: readonly ItemWithBase[], betterWhen: BetterWhen): Rank[] {
  const sign = betterWhen === 'lower' ? -1 : 1;
  const lead = (a: ItemWithBase, b: ItemWithBase): number => sign * compareShares(a, b);
  const sorted = [...items].sort((a, b) => lead(b, a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return sorted.map((item) => ({
    name: item.name,
    rank: 1 + sorted.filter((other) => lead(other, item) > 0).length,
    fromWorst: 1 + sorted.filter((other) => lead(other, item) < 0).length,
    tied: sorted.filter((other) => lead(other, item) === 0).length > 1,
  }));
}

/** Returns a positive number if a's share is larger. Compares whole numbers exactly. */
export function compareShares(a: { x: number; n: number }, b: { x: number; n: number }): number {
  if ([a.x, a.n, b.x, b.n].every(Number.isSafeInteger)) {
    const difference = BigInt(a.x) * BigInt(b.n) - BigInt(b.x) * BigInt(a.n);
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  }
  return Math.sign(removeFloatNoise(a.x / a.n) - removeFloatNoise(b.x / b.n));
}

export interface RankRange {
  lower: number;
  upper: number;
  /** The best rank that the intervals allow. */
  best: number;
  /** The worst rank that the intervals allow. */
  worst: number;
}

/**
 * Computes the ranks that each area could have, allowing for sampling error. Wilson's intervals at the level
 * 1 − (1 − confidence)/K hold for all K areas together (Bonferroni). An area ranks below those whose interval is wholly
 * better and above those whose interval is wholly worse. K includes unpublished areas. They could have any rank, unless
 * they lie between `ends`: the worst published area of the top and the best of the bottom. For the range of an area,
 * each unpublished area is then like the nearest of these.
 */
export function rankRange(
  items: readonly RankableArea[],
  confidence: number,
  betterWhen: BetterWhen,
  unpublished = 0,
  ends: readonly Sample[] = [],
): Record<string, RankRange> {
  const toRankable = (sample: Sample, name = ''): RankableValue => ({
    name,
    value: sample.x / sample.n,
    size: sample.n / sample.deff,
    boundsAt: (level) => wilson(sample.x / sample.n, sample.n / sample.deff, level),
  });
  const hasSample = ({ n }: Sample): boolean => n > 0;
  return rankIntervals(
    items.filter(hasSample).map((area) => toRankable(area, area.name)),
    confidence,
    betterWhen,
    unpublished,
    ends.filter(hasSample).map((end) => toRankable(end)),
  );
}

type RankableArea = Sample & { name: string };

/** A value with its sampling error. */
export interface RankableValue {
  name: string;
  value: number;
  /** The effective number of people or events behind the value. */
  size: number;
  boundsAt: (confidence: number) => Bounds;
}

/** Computes the ranks that each of several values could have, as `rankRange` does for shares of answers. */
export function rankIntervals(
  items: readonly RankableValue[],
  confidence: number,
  betterWhen: BetterWhen,
  unpublished = 0,
  ends: readonly RankableValue[] = [],
): Record<string, RankRange> {
  const total = items.length + unpublished;
  const level = 1 - (1 - confidence) / total;
  const intervals = items.map((item) => ({ ...item, ...item.boundsAt(level) }));
  return Object.fromEntries(
    intervals.map((area) => {
      const nearest = findNearest(area, ends);
      const hidden = nearest ? Array<Bounds>(unpublished).fill(nearest.boundsAt(level)) : [];
      return [area.name, countRanks(area, [...intervals, ...hidden], total, betterWhen)];
    }),
  );
}

/** Returns the end with the nearest value. Of equally near ones it takes the one with the smaller effective base. */
function findNearest(area: RankableValue, ends: readonly RankableValue[]): RankableValue | undefined {
  const distanceTo = (end: RankableValue): number => removeFloatNoise(Math.abs(end.value - area.value));
  return [...ends].sort((a, b) => distanceTo(a) - distanceTo(b) || a.size - b.size)[0];
}

function countRanks(
  { lower, upper }: Bounds,
  others: readonly Bounds[],
  total: number,
  betterWhen: BetterWhen,
): RankRange {
  const above = others.filter((other) => other.lower > upper).length;
  const below = others.filter((other) => other.upper < lower).length;
  const [better, worse] = betterWhen === 'lower' ? [below, above] : [above, below];
  return { lower, upper, best: 1 + better, worst: total - worse };
}

type FunnelBand = 'within 95% limits' | 'between 95% and 99.8% limits' | 'outside 99.8% limits';

export interface FunnelPosition {
  p: number | null;
  z: number | null;
  lower95: number | null;
  upper95: number | null;
  lower998: number | null;
  upper998: number | null;
  band: FunnelBand | null;
  side: 'better' | 'worse' | null;
}

/** Compares an area with the overall rate `p0` in a funnel plot (Spiegelhalter 2005). Null without a base. */
export function funnel(
  { x, n, deff }: { x: number; n: number; deff: number },
  p0: number,
  betterWhen: BetterWhen,
): FunnelPosition {
  const nothing = { lower95: null, upper95: null, lower998: null, upper998: null, band: null, side: null };
  if (!(n > 0)) return { p: null, z: null, ...nothing };
  const p = x / n;
  const se = Math.sqrt((p0 * (1 - p0)) / (n / deff));
  const [lower95, upper95] = computeFunnelLimits(p0, se, 0.95);
  const [lower998, upper998] = computeFunnelLimits(p0, se, 0.998);
  const isOutside95 = p < lower95 || p > upper95;
  const isOutside998 = p < lower998 || p > upper998;
  return {
    p,
    z: se > 0 ? (p - p0) / se : null,
    lower95,
    upper95,
    lower998,
    upper998,
    band: isOutside998
      ? 'outside 99.8% limits'
      : isOutside95
        ? 'between 95% and 99.8% limits'
        : 'within 95% limits',
    side: isOutside95 ? judgeSide(p > p0, betterWhen) : null,
  };
}

function computeFunnelLimits(p0: number, se: number, confidence: number): [lower: number, upper: number] {
  const half = normalFactor(confidence) * se;
  return [Math.max(0, p0 - half), Math.min(1, p0 + half)];
}

/** Returns the side of an area outside the limits of a funnel: better or worse than all areas together. */
function judgeSide(isAbove: boolean, betterWhen: BetterWhen): FunnelPosition['side'] {
  if (betterWhen === 'neither') return null;
  return isAbove === (betterWhen === 'higher') ? 'better' : 'worse';
}

/**
 * Compares the rate of an area with the overall rate in a funnel plot. `boundsAt` gives the interval of the area's rate: an
 * exact interval excludes the overall rate just where the count is outside the limits that it allows.
 */
export function rateFunnel(
  { value, boundsAt }: Pick<RankableValue, 'value' | 'boundsAt'>,
  overall: number,
  betterWhen: BetterWhen,
): { band: FunnelBand; side: FunnelPosition['side'] } {
  const excludes = (confidence: number): boolean => {
    const { lower, upper } = boundsAt(confidence);
    return overall < lower || overall > upper;
  };
  if (!excludes(0.95)) return { band: 'within 95% limits', side: null };
  return {
    band: excludes(0.998) ? 'outside 99.8% limits' : 'between 95% and 99.8% limits',
    side: judgeSide(value > overall, betterWhen),
  };
}

/** Returns the mean of the squared z-scores. It is about 1 if areas differ by chance alone. */
export function overdispersion(
  items: readonly { x: number; n: number; deff: number }[],
  p0: number,
): number | null {
  const scores = items.flatMap((item) => funnel(item, p0, 'neither').z ?? []);
  return scores.length === 0 ? null : sum(scores.map((z) => z * z)) / scores.length;
}
