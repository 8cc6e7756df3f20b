import type { Figure } from '../model/figure.js';
import { findFigure } from '../model/find-figure.js';
import type { Indicator } from '../model/indicator.js';
import type { MeasureOf } from '../model/measure.js';
import {
  countPerYear,
  findYear,
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
  if (!coverSameDays([value, period], [samePoint, lastYear], [fullYear, lastYearEnd]))
    return { ...projection, reason: 'the counts of the two years cover different days' };
  const reason = explainNoProjection(samePoint.value, fullYear.value);
  if (reason !== null) return { ...projection, reason };
  return {
    ...projection,
    ...computeProjection(measure, value.value, samePoint.value, fullYear.value),
    formula: `${measure.id} ${period.id} ÷ (${measure.id} ${lastYear.id} ÷ ${measure.id} ${lastYearEnd.id})`,
    inputs: [value, samePoint, fullYear],
  };
}

type DatedCount = readonly [figure: Figure, period: Period];

/** Returns true if the year so far covers the same days as last year's, and last year's whole count a whole year. */
function coverSameDays(now: DatedCount, before: DatedCount, whole: DatedCount): boolean {
  const [current, earlier, full] = [now, before, whole].map(nameDays);
  const [start = ''] = full?.split(' to ') ?? [];
  const year = findYear(whole[1]);
  return current === earlier && full === nameDays([{}, year]) && earlier?.startsWith(start) === true;
}

/** Names the first and the last day of a count without their year: "04-01 to 12-31". A leap day counts as the day before it. */
function nameDays([{ window }, period]: readonly [Pick<Figure, 'window'>, Period]): string {
  const days = [window?.from ?? findYear(period).start, window?.to ?? period.end];
  return days.map((day) => day.slice(5).replace('02-29', '02-28')).join(' to ');
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
