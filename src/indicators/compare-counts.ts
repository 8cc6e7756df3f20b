import type { Direction } from '../model/change.js';
import type { Figure } from '../model/figure.js';
import type { CountFields, MeasureFields } from '../model/measure.js';
import { countDays } from '../model/month-span.js';
import { countChange, countChangeQuasi } from '../statistics/counts.js';
import { CONFIDENCE } from './confidence.js';
import { makeUntested, type TestResult } from './test-result.js';

/** One count, and its exposure: days, or people times days. */
export interface ExposedCount {
  count: Figure;
  exposure: number;
}

/** Rates that differ by a smaller share than this are equal. Only floating-point arithmetic makes such a difference. */
const NO_CHANGE = 1e-12;

/**
 * Compares two counts by their rates. Overdispersed counts are compared by their log ratio, others exactly. Amounts of
 * money or time are not counts of events, so they are not tested.
 */
export function compareCounts(
  { dispersion }: CountFields & MeasureFields,
  before: ExposedCount,
  after: ExposedCount,
): TestResult {
  const counts = [before.count.value ?? 0, after.count.value ?? 0] as const;
  const exposures = [before.exposure, after.exposure] as const;
  const relative = computeRelative(...counts, ...exposures);
  if (before.count.unit !== 'count')
    return { ...makeUntested('only counts of events can be tested'), relative };
  if (dispersion <= 1) {
    const { pValue } = countChange(...counts, ...exposures, CONFIDENCE);
    return { pValue, z: null, interval: null, relative, reason: null };
  }
  const { pValue, z } = countChangeQuasi(...counts, ...exposures, dispersion, CONFIDENCE);
  return pValue === null
    ? { ...makeUntested('the count of one of the periods is zero'), relative }
    : { pValue, z, interval: null, relative, reason: null };
}

/** Counts the days that a count covers: those of its own window, or those that its measure gives. */
export function countDaysOf({ window }: Pick<Figure, 'window'>, ofMeasure: number): number {
  return window ? countDays(window) : ofMeasure;
}

/** Computes the change of the rate as a fraction. Null if the earlier count is 0. */
function computeRelative(
  before: number,
  after: number,
  exposureBefore: number,
  exposureAfter: number,
): number | null {
  return before > 0 ? (after * exposureBefore) / (before * exposureAfter) - 1 : null;
}

/** Finds the direction of the rate. From nothing, every count is a rise. */
export function findRateDirection(from: number, to: number, { relative }: TestResult): Direction {
  const growth = relative ?? to - from;
  if (Math.abs(growth) < NO_CHANGE) return 'unchanged';
  return growth > 0 ? 'rose' : 'fell';
}
