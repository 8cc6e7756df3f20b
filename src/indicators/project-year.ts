import type { Figure } from '../model/figure.js';
import { findFigure } from '../model/find-figure.js';
import type { Indicator } from '../model/indicator.js';
import type { MeasureOf } from '../model/measure.js';
import {
  financialYearLabel,
  isYearEnd,
  previousYearEnd,
  shiftQuarter,
  type Quarter,
} from '../model/quarter.js';
import { projectYearEnd } from '../statistics/target.js';
import { CONFIDENCE } from './confidence.js';

/** Projects the count of the whole year from last year's counts. Without a value, the figure has a reason. */
export function projectYear(
  measure: MeasureOf<'count-to-date'>,
  quarter: Quarter,
  indicator: Indicator,
): Figure {
  const { value } = indicator;
  const [lastYear, lastYearEnd] = [shiftQuarter(quarter, -4), previousYearEnd(quarter)];
  const [samePoint, fullYear] = [findFigure(indicator, lastYear), findFigure(indicator, lastYearEnd)];
  const projection: Figure = {
    id: `${measure.id}.projection`,
    label: `${measure.label}: projected for the year`,
    value: null,
    unit: measure.unit,
    place: value.place,
    source: value.source,
    period: `financial year ${financialYearLabel(quarter)}`,
  };
  if (isYearEnd(quarter)) return { ...projection, reason: 'the year has ended' };
  if (value.value === null) return { ...projection, reason: value.reason ?? 'a figure is missing' };
  if (typeof samePoint?.value !== 'number' || typeof fullYear?.value !== 'number')
    return { ...projection, reason: 'last year’s counts are not on file' };
  const result = projectYearEnd(value.value, samePoint.value, fullYear.value, measure.dispersion, CONFIDENCE);
  const { lower, upper } = result;
  return {
    ...projection,
    value: result.projection,
    formula: `${measure.id} ${quarter} ÷ (${measure.id} ${lastYear} ÷ ${measure.id} ${lastYearEnd})`,
    inputs: [value, samePoint, fullYear],
    ...(lower !== null && upper !== null && { interval: { lower, upper, confidence: CONFIDENCE } }),
    ...(result.projection === null && { reason: 'too few events last year' }),
  };
}
