import type { Figure } from '../model/figure.js';
import { findFigure } from '../model/find-figure.js';
import type { Indicator } from '../model/indicator.js';
import type { MeasureOf } from '../model/measure.js';
import {
  countPerYear,
  isYearEnd,
  nameYear,
  previousYearEnd,
  shiftPeriod,
  type Period,
} from '../model/period.js';
import { projectYearEnd } from '../statistics/target.js';
import { explainBreak } from './explain-break.js';
import { findBreak } from '../model/find-break.js';
import { CONFIDENCE } from './confidence.js';

const TOO_FEW = 'projected from too few events to be reliable';

/** Returns true if a projection rests on too few events to compare it with a target. */
export function isFromTooFew({ note }: Figure): boolean {
  return note === TOO_FEW;
}

/** Projects the count of the whole year from last year's counts. Without a value, the figure has a reason. */
export function projectYear(
  measure: MeasureOf<'count-to-date'>,
  period: Period,
  indicator: Indicator,
): Figure {
  const { value } = indicator;
  const [lastYear, lastYearEnd] = [shiftPeriod(period, -countPerYear(period)), previousYearEnd(period)];
  const [samePoint, fullYear] = [findFigure(indicator, lastYear), findFigure(indicator, lastYearEnd)];
  const projection: Figure = {
    id: `${measure.id}.projection`,
    label: `${measure.label}: projected for the year`,
    value: null,
    unit: measure.unit,
    ...(measure.places !== undefined && { places: measure.places }),
    place: value.place,
    source: value.source,
    period: nameYear(period),
  };
  if (isYearEnd(period)) return { ...projection, reason: 'the year has ended' };
  if (value.value === null) return { ...projection, reason: value.reason ?? 'a figure is missing' };
  const seriesBreak = samePoint ? findBreak(indicator, samePoint) : null;
  if (seriesBreak !== null)
    return { ...projection, reason: `last year’s counts are ${explainBreak(seriesBreak)}` };
  if (typeof samePoint?.value !== 'number' || typeof fullYear?.value !== 'number')
    return { ...projection, reason: 'last year’s counts are not on file' };
  const reason = explainNoProjection(samePoint.value, fullYear.value);
  if (reason !== null) return { ...projection, reason };
  return {
    ...projection,
    ...computeProjection(measure, value.value, samePoint.value, fullYear.value),
    formula: `${measure.id} ${period.id} ÷ (${measure.id} ${lastYear.id} ÷ ${measure.id} ${lastYearEnd.id})`,
    inputs: [value, samePoint, fullYear],
  };
}

/** Explains why a year cannot be projected from the counts of last year. Null if it can. */
function explainNoProjection(samePoint: number, fullYear: number): string | null {
  if (fullYear === 0) return 'nothing was counted last year';
  if (samePoint === 0) return 'nothing was counted by this point last year';
  if (fullYear < samePoint) return 'last year’s count was revised downwards';
  return null;
}

/** Computes a projection. Only counts of events have an interval. */
function computeProjection(
  { unit, dispersion }: MeasureOf<'count-to-date'>,
  yearToDate: number,
  samePoint: number,
  fullYear: number,
): Pick<Figure, 'value' | 'interval' | 'note'> {
  const { projection, lower, upper } = projectYearEnd(
    yearToDate,
    samePoint,
    fullYear,
    dispersion,
    CONFIDENCE,
  );
  if (unit !== 'count') return { value: projection };
  return lower === null || upper === null
    ? { value: projection, note: TOO_FEW }
    : { value: projection, interval: { lower, upper, confidence: CONFIDENCE } };
}
