import { sum } from './sum.js';

export type Side = 'high' | 'low';

/** The values of consecutive months. A month without a value is null. */
export type Values = readonly (number | null)[];

/** The number of months in a trend or a run. */
const RUN_LENGTH = 7;
/** The outer third starts at this share of the distance to a limit. */
const NEAR = 2 / 3;

/** A sign of more than ordinary variation. */
interface Signal {
  text: string;
  side: Side;
}

/** The limits of a control chart. */
interface Limits {
  centre: number;
  /** The distance from the mean to each limit. */
  reach: number;
  /** Smaller differences are rounding errors: twelve months of 0.1 are not above their mean. */
  tolerance: number;
}

/** Finds the most important signal of a month. */
export function findSignal(values: Values, index: number, limits: Limits): Signal | null {
  const value = values[index];
  if (typeof value !== 'number') return null;
  const side = getSide(value, limits) > 0 ? 'high' : 'low';
  if (isBeyond(value, limits.reach, limits)) return { text: `outside limits, ${side}`, side };

  const runs = listWindows(values, index, RUN_LENGTH);
  const trend = findTrend(runs);
  if (trend) return trend;
  if (isInNearPair(values, index, limits)) return { text: `2 of 3 near limit, ${side}`, side };
  return runs.some((run) => isOneSided(run, limits)) ? { text: `run of 7, ${side}`, side } : null;
}

function findTrend(runs: number[][]): Signal | null {
  const trend = runs.find((run) => Math.abs(sum(listSteps(run).map(Math.sign))) === RUN_LENGTH - 1);
  if (!trend) return null;
  return (trend[1] ?? 0) > (trend[0] ?? 0)
    ? { text: 'trend of 7, rising', side: 'high' }
    : { text: 'trend of 7, falling', side: 'low' };
}

/**
 * Returns true for a month in the outer third, if two of three consecutive months are there. All three must
 * be on one side of the mean.
 */
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
