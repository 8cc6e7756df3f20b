import type { Figure } from '../model/figure.js';
import type { Target } from '../model/indicator.js';
import type { Measure } from '../model/measure.js';
import { quarterLabel, type Quarter } from '../model/quarter.js';
import { targetStatus } from '../statistics/target.js';

/** How an estimate stands to the measure's target for the end of the financial year. Null where there is no target. */
export function yearEndTarget(measure: Measure, quarter: Quarter, estimate: Figure | null): Target | null {
  const { target, betterWhen } = measure;
  if (!target || target.figure.value === null) return null;
  const figure = { ...target.figure, period: `financial year ${quarterLabel(quarter).slice(0, 7)}` };
  if (betterWhen === 'neither')
    return { figure, status: 'not available', reason: 'it is not said which way is better' };
  const { status } = targetStatus(
    estimate?.value ?? null,
    { lower: estimate?.interval?.lower ?? null, upper: estimate?.interval?.upper ?? null },
    target.figure.value,
    betterWhen,
    quarter.endsWith('q4'),
    target.tolerance ?? 0,
  );
  return status === 'not assessed'
    ? { figure, status: 'not available', reason: estimate?.reason ?? 'the year cannot be projected' }
    : { figure, status, reason: null };
}
