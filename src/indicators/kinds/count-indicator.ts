import { formatValue } from '../../format.js';
import type { Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Measure } from '../../model/measure.js';
import type { QuarterData } from '../../model/quarter-data.js';
import {
  daysOfYearTo,
  financialYearLabel,
  previousYearEnd,
  quarterLabel,
  shiftQuarter,
  type Quarter,
} from '../../model/quarter.js';
import { countChange, countChangeQuasi } from '../../statistics/counts.js';
import { projectYearEnd } from '../../statistics/target.js';
import { CONFIDENCE, indicatorOf } from '../indicator-of.js';
import { measureChange, untested, type Finding } from '../measure-change.js';
import { yearEndTarget } from '../year-end-target.js';
import { sum } from '../../statistics/sum.js';

/** A count from 1 April to the end of each quarter: as published, or else the sum of the year's quarters so far. */
export function countIndicator(measure: Measure, history: QuarterData[]): Indicator {
  const indicator = indicatorOf(measure, history, (data) => countToDate(measure, data, history));
  const quarter = history.at(-1)?.quarter;
  if (quarter === undefined) return indicator;
  const projection = projectedYear(measure, quarter, indicator);
  const change = measureChange(measure, quarter, indicator, (earlier, from, to) =>
    compareCounts(measure, from, to, daysOfYearTo(earlier), daysOfYearTo(quarter)),
  );
  const estimate = quarter.endsWith('q4') ? indicator.value : projection;
  return { ...indicator, projection, change, target: yearEndTarget(measure, quarter, estimate) };
}

export function countToDate(measure: Measure, data: QuarterData, history: QuarterData[]): Figure | null {
  return data.toDate[measure.id] ?? sumOfQuarters(measure, data, history);
}

function sumOfQuarters(measure: Measure, data: QuarterData, history: QuarterData[]): Figure | null {
  const year = history.filter(
    (one) =>
      financialYearLabel(one.quarter) === financialYearLabel(data.quarter) && one.quarter <= data.quarter,
  );
  const parts = year.flatMap((one) => one.inQuarter[measure.id] ?? []);
  const first = parts[0];
  if (!first || parts.length < Number(data.quarter.slice(-1))) return null;
  const missing = parts.find((part) => part.value === null);
  if (missing) return { ...missing, formula: formatValue(missing) };
  return {
    ...first,
    value: sum(parts.map(({ value }) => value ?? 0)),
    period: `financial year to the end of ${quarterLabel(data.quarter)}`,
    formula: parts.map(formatValue).join(' + '),
    inputs: parts,
  };
}

/** Two counts over so many days each. Dispersed counts are compared by their log ratio, others exactly. */
export function compareCounts(
  { dispersion }: Measure,
  from: Figure,
  to: Figure,
  exposureBefore: number,
  exposureAfter: number,
): Finding {
  const [before, after] = [from.value ?? 0, to.value ?? 0];
  if (dispersion > 1) {
    const found = countChangeQuasi(before, after, exposureBefore, exposureAfter, dispersion, CONFIDENCE);
    if (found.pValue === null) return untested('nothing was counted in one of the periods');
    return {
      pValue: found.pValue,
      z: found.z,
      interval: null,
      relative: found.rateRatio === null ? null : found.rateRatio - 1,
      reason: null,
    };
  }
  const found = countChange(before, after, exposureBefore, exposureAfter, CONFIDENCE);
  return {
    pValue: found.pValue,
    z: null,
    interval: null,
    relative: found.rateRatio === null ? null : found.rateRatio - 1,
    reason: null,
  };
}

/** The whole year's count, from last year's course. Without value, and with the reason, where it cannot be projected. */
function projectedYear(measure: Measure, quarter: Quarter, { series, value }: Indicator): Figure {
  const at = (wanted: Quarter): Figure | undefined => series.find((one) => one.quarter === wanted)?.figure;
  const projected: Figure = {
    id: `${measure.id}.projection`,
    label: `${measure.label}: projected for the year`,
    value: null,
    unit: measure.unit,
    place: value.place,
    source: value.source,
    period: `financial year ${financialYearLabel(quarter)}`,
  };
  const [samePoint, full] = [at(shiftQuarter(quarter, -4)), at(previousYearEnd(quarter))];
  if (quarter.endsWith('q4')) return { ...projected, reason: 'the year has ended' };
  if (value.value === null) return { ...projected, reason: value.reason ?? 'a figure is missing' };
  if (typeof samePoint?.value !== 'number' || typeof full?.value !== 'number')
    return { ...projected, reason: 'last year’s counts are not on file' };
  const found = projectYearEnd(value.value, samePoint.value, full.value, measure.dispersion, CONFIDENCE);
  return {
    ...projected,
    value: found.projection,
    formula: `${measure.id} ${quarter} ÷ (${measure.id} ${shiftQuarter(quarter, -4)} ÷ ${measure.id} ${previousYearEnd(quarter)})`,
    inputs: [value, samePoint, full],
    ...(found.lower !== null &&
      found.upper !== null && {
        interval: { lower: found.lower, upper: found.upper, confidence: CONFIDENCE },
      }),
    ...(found.projection === null && { reason: 'too few events last year' }),
  };
}
