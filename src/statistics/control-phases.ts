import type { BetterWhen } from '../model/better-when.js';
import { controlLimits, type ControlLimits } from './control-chart.js';
import type { Values } from './find-signal.js';

/** Consecutive months with limits of their own. */
export interface ControlPhase {
  /** The index of its first month. */
  start: number;
  limits: ControlLimits;
}

/**
 * Computes the limits of each phase from its own months. `starts` are the indices at which a phase after the first
 * starts, in order. A signal never crosses from one phase to the next.
 */
export function controlPhases(
  values: Values,
  starts: readonly number[],
  betterWhen: BetterWhen,
): ControlPhase[] {
  const edges = [0, ...starts, values.length];
  return edges.slice(0, -1).map((start, index) => ({
    start,
    limits: computePhase(values.slice(start, edges[index + 1]), betterWhen),
  }));
}

function computePhase(values: Values, betterWhen: BetterWhen): ControlLimits {
  const screened = controlLimits(values, betterWhen, true);
  const limits =
    countOutside(screened) * 2 > screened.n ? controlLimits(values, betterWhen, false) : screened;
  return dropUsualValue(values, hasNoWidth(values, limits) ? dropLimits(limits) : limits);
}

/** Counts the months outside the limits. Where most are, screening has taken out the ordinary variation too. */
function countOutside({ signals }: ControlLimits): number {
  return signals.filter((signal) => signal?.startsWith('outside')).length;
}

/** Returns true if months differ although no two consecutive ones do. Their variation is then unknown. */
function hasNoWidth(values: Values, { amr }: ControlLimits): boolean {
  return amr === 0 && new Set(values.filter((value) => value !== null)).size > 1;
}

function dropLimits(limits: ControlLimits): ControlLimits {
  const none = limits.signals.map(() => null);
  return { ...limits, amr: null, upl: null, lpl: null, mrUpper: null, signals: none, verdicts: none };
}

/**
 * Keeps only the signals outside the limits for a value that most months have. Twelve noughts and a one are not
 * twelve low months: the one month lifts the mean above all others.
 */
function dropUsualValue(values: Values, limits: ControlLimits): ControlLimits {
  const usual = findUsualValue(values, limits.n);
  const isKept = (index: number): boolean =>
    usual === null || values[index] !== usual || limits.signals[index]?.startsWith('outside') === true;
  return {
    ...limits,
    signals: limits.signals.map((signal, index) => (isKept(index) ? signal : null)),
    verdicts: limits.verdicts.map((verdict, index) => (isKept(index) ? verdict : null)),
  };
}

/** Finds the value of more than half the months. */
function findUsualValue(values: Values, n: number): number | null {
  const counts = new Map<number, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > n)?.[0] ?? null;
}
