import type { BetterWhen } from '../model/better-when.js';
import { findSignal, type Side, type Values } from './find-signal.js';
import { sum } from './sum.js';

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
 * `screen` leaves out moving ranges above 3.267 times their mean, once. If nothing but zeros is left, it leaves out none.
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
  if (!screen || first === 0) return first;
  const cutoff = RANGE_FACTOR * first - computeTolerance(values.filter((value) => value !== null));
  const kept = ranges.filter((range) => range < cutoff);
  const screened = kept.length === 0 ? 0 : mean(kept);
  return screened > 0 ? screened : first;
}

function computeTolerance(values: readonly number[]): number {
  return 1e-13 * Math.max(...values.map(Math.abs));
}

function judgeSide(side: Side, betterWhen: BetterWhen): Verdict {
  if (betterWhen === 'neither') return 'neutral';
  return (side === 'high') === (betterWhen === 'higher') ? 'improvement' : 'concern';
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
