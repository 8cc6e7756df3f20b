import type { Figure } from '../model/figure.js';
import type { Target } from '../model/indicator.js';
import type { ComparedFields, MeasureFields } from '../model/measure.js';
import { isYearEnd, nameYear, type Period } from '../model/period.js';
import { targetStatus } from '../statistics/target.js';
import { measureDistance } from './measure-distance.js';
import { isFromTooFew } from './project-year.js';

/**
 * Assesses an estimate against the measure's target for the end of the project's year. Returns null without a
 * target. `counted` is a count so far that can only grow: it may reach or miss the target whatever the estimate.
 */
export function assessTarget(
  measure: MeasureFields & ComparedFields,
  period: Period,
  estimate: Figure | null,
  counted: number | null = null,
): Target | null {
  const { target, betterWhen } = measure;
  if (!target || target.figure.value === null) return null;
  const aim = target.figure.value;
  const figure = { ...target.figure, period: nameYear(period) };
  const distance = measureDistance(measure, estimate, figure, 'the year cannot be projected');
  if (betterWhen === 'neither')
    return {
      figure,
      distance,
      status: 'not available',
      reason: 'neither direction of the measure counts as better',
    };
  if (!isYearEnd(period) && counted !== null && (betterWhen === 'lower' ? counted > aim : counted >= aim))
    return { figure, distance, status: betterWhen === 'lower' ? 'off course' : 'on course', reason: null };
  if (estimate && isFromTooFew(estimate))
    return { figure, distance, status: 'not available', reason: 'too few events to project the year' };
  const { status } = targetStatus(
    estimate?.value ?? null,
    { lower: estimate?.interval?.lower ?? null, upper: estimate?.interval?.upper ?? null },
    aim,
    betterWhen,
    isYearEnd(period),
    target.tolerance ?? 0,
  );
  return status === 'not assessed'
    ? {
        figure,
        distance,
        status: 'not available',
        reason: estimate?.reason ?? 'the year cannot be projected',
      }
    : { figure, distance, status, reason: null };
}
