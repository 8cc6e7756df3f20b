import type { Figure } from '../model/figure.js';
import type { Target } from '../model/indicator.js';
import type { ComparedFields, MeasureFields } from '../model/measure.js';
import { financialYearLabel, isYearEnd, type Quarter } from '../model/quarter.js';
import { targetStatus } from '../statistics/target.js';

/**
 * Assesses an estimate against the measure's target for the end of the financial year. Returns null without a
 * target.
 */
export function assessTarget(
  { target, betterWhen }: MeasureFields & ComparedFields,
  quarter: Quarter,
  estimate: Figure | null,
): Target | null {
  if (!target || target.figure.value === null) return null;
  const figure = { ...target.figure, period: `financial year ${financialYearLabel(quarter)}` };
  if (betterWhen === 'neither')
    return { figure, status: 'not available', reason: 'neither direction of the measure counts as better' };
  const { status } = targetStatus(
    estimate?.value ?? null,
    { lower: estimate?.interval?.lower ?? null, upper: estimate?.interval?.upper ?? null },
    target.figure.value,
    betterWhen,
    isYearEnd(quarter),
    target.tolerance ?? 0,
  );
  return status === 'not assessed'
    ? { figure, status: 'not available', reason: estimate?.reason ?? 'the year cannot be projected' }
    : { figure, status, reason: null };
}
