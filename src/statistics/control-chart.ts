import type { BetterWhen } from '../model/better-when.js';
import { sum } from './sum.js';

type Side = 'high' | 'low';
type Values = readonly (number | null)[];

export interface ControlLimits {
  /** The number of months with a value. */
  n: number;
  mean: number | null;
  /** The mean moving range. */
  amr: number | null;
  upl: number | null;
  lpl: number | null;
  mrUpper: number | null;
  /** True with fewer than twelve months: the limits may still move. */
  trial: boolean;
  /** The signal of each month, such as "outside limits, high" or "2 of 3 near limit, low", or null. */
  signals: (string | null)[];
  verdicts: Verdict[];
}

type Verdict = 'concern' | 'improvement' | 'neutral' | null;

const RUN = 7;
const NEAR = 2 / 3;
const TRIAL_MONTHS = 12;
/** The constants of an XmR chart, in mean moving ranges (Wheeler 2000). */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.267;

/**
 * Computes a control chart of single values (XmR; Wheeler 2000). Four signals show more than ordinary variation, as in
 * the NHS's "Making data count". They are, in order of priority:
 * - a month outside the limits;
 * - seven months that rise or fall without a break;
 * - two of three months in the outer third on one side;
 * - seven months on one side of the mean.
 *
 * A month that ends one trend and starts another belongs to the later trend. A month without a value breaks every run.
 * `screen` leaves out moving ranges above 3.267 times their mean, once.
 */
export function controlLimits(values: Values, betterWhen: BetterWhen, screen: boolean): ControlLimits {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  const amr = computeMeanMovingRange(values, screen);
  const centre = n === 0 ? null : mean(known);
  const basics = { n, mean: centre, amr, trial: n < TRIAL_MONTHS };
  if (centre === null || amr === null) {
    const none = values.map(() => null);
    return { ...basics, upl: null, lpl: null, mrUpper: null, signals: none, verdicts: none };
  }
  const reach = LIMIT_FACTOR * amr;
  const limits = { centre, reach, tolerance: computeTolerance(known) };
  const signals = values.map((_, index) => findSignal(values, index, limits));
  return {
    ...basics,
    upl: centre + reach,
    lpl: centre - reach,
    mrUpper: RANGE_FACTOR * amr,
    signals: signals.map((signal) => signal?.text ?? null),
    verdicts: signals.map((signal) => signal && judgeSide(signal.side, betterWhen)),
  };
}

function computeMeanMovingRange(values: Values, screen: boolean): number | null {
  const ranges = values.flatMap((value, index) => {
    const before = values[index - 1];
    return typeof value === 'number' && typeof before === 'number' ? [Math.abs(value - before)] : [];
  });
  if (ranges.length === 0) return null;
  const first = mean(ranges);
  return screen && first > 0 ? mean(ranges.filter((range) => range < RANGE_FACTOR * first)) : first;
}

interface Signal {
  text: string;
  side: Side;
}

interface Limits {
  centre: number;
  /** The distance from the mean to each limit. */
  reach: number;
  /** Smaller differences are rounding errors: twelve months of 0.1 are not above their mean. */
  tolerance: number;
}

function computeTolerance(values: readonly number[]): number {
  return 1e-13 * Math.max(...values.map(Math.abs));
}

/** Finds the most important signal of a month. */
function findSignal(values: Values, index: number, limits: Limits): Signal | null {
  const value = values[index];
  if (typeof value !== 'number') return null;
  const side = getSide(value, limits) > 0 ? 'high' : 'low';
  if (isBeyond(value, limits.reach, limits)) return { text: `outside limits, ${side}`, side };

  const runs = listWindows(values, index, RUN);
  const trend = findTrend(runs);
  if (trend) return trend;
  if (isInNearPair(values, index, limits)) return { text: `2 of 3 near limit, ${side}`, side };
  return runs.some((run) => isOneSided(run, limits)) ? { text: `run of 7, ${side}`, side } : null;
}

function findTrend(runs: number[][]): Signal | null {
  const trend = runs.find((run) => Math.abs(sum(listSteps(run).map(Math.sign))) === RUN - 1);
  if (!trend) return null;
  return (trend[1] ?? 0) > (trend[0] ?? 0)
    ? { text: 'trend of 7, rising', side: 'high' }
    : { text: 'trend of 7, falling', side: 'low' };
}

/** Returns true for a month in the outer third, if two of three neighbours are there and all three are on one side. */
function isInNearPair(values: Values, index: number, limits: Limits): boolean {
  const isNear = (value: number): boolean =>
    !isBeyond(value, limits.reach, limits) && isBeyond(value, limits.reach * NEAR, limits);
  const value = values[index];
  if (typeof value !== 'number' || !isNear(value)) return false;
  return listWindows(values, index, 3).some(
    (window) => isOneSided(window, limits) && window.filter(isNear).length >= 2,
  );
}

function isOneSided(run: number[], limits: Limits): boolean {
  return Math.abs(sum(run.map((value) => getSide(value, limits)))) === run.length;
}

function isBeyond(value: number, distance: number, { centre, tolerance }: Limits): boolean {
  return Math.abs(value - centre) > distance + tolerance;
}

/** Returns 1 above the mean, −1 below it and 0 at it. */
function getSide(value: number, { centre, tolerance }: Limits): number {
  return Math.abs(value - centre) > tolerance ? Math.sign(value - centre) : 0;
}

/** Lists every window of so many months without a gap that contains the month, latest first. */
function listWindows(values: Values, index: number, length: number): number[][] {
  return Array.from({ length }, (_, back) => index - back)
    .filter((start) => start >= 0 && start + length <= values.length)
    .map((start) => values.slice(start, start + length).filter((value) => value !== null))
    .filter((run) => run.length === length);
}

function listSteps(run: number[]): number[] {
  return run.slice(1).map((value, index) => value - (run[index] ?? value));
}

function judgeSide(side: Side, betterWhen: BetterWhen): Verdict {
  if (betterWhen === 'neither') return 'neutral';
  return (side === 'high') === (betterWhen === 'higher') ? 'improvement' : 'concern';
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
