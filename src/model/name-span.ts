import { formatDateRange, formatMonth } from '../format/dates.js';
import type { DayWindow } from './day-window.js';
import type { Figure } from './figure.js';
import type { Indicator } from './indicator.js';
import { findWholeMonths, isSameSpan, periodSpan, rollingSpan, type MonthSpan } from './month-span.js';
import { windowLabel, type Period } from './period.js';

/**
 * Names the period of a quarter's figure: "2007/08" for a year of the project, "2007/08 Q4" for that quarter alone. A figure
 * without months of its own is named like one of the twelve months or of the year so far.
 */
export function nameSpan({ span, at, period: stated }: Figure, period: Period): string {
  if (at !== undefined) return period.label;
  if (span === undefined) return windowLabel(period);
  return span === 'unknown' ? (stated ?? period.label) : nameMonths(span, period);
}

/** Names the months of a period's figures: "2007/08" for a year, "2007/08 Q4" for that quarter alone, "April to June 2008". */
export function nameMonths(span: MonthSpan, period: Period): string {
  if (isSameSpan(span, rollingSpan(period))) return windowLabel(period);
  return isSameSpan(span, periodSpan(period)) ? period.label : formatMonths(span);
}

/**
 * Names the period of several measures in a quarter. Figures of different periods share the quarter's own name. A quarter
 * without figures is named like the others.
 */
export function namePeriod(measures: readonly Pick<Indicator, 'series'>[], period: Period): string {
  const points = measures.flatMap(({ series }) => series).filter(({ figure }) => figure.value !== null);
  const inPeriod = points.filter((point) => point.period === period);
  const names = new Set(inPeriod.map(({ figure }) => nameSpan(figure, period)));
  const [name, ...others] = names;
  if (others.length > 0) return period.label;
  return name ?? (points.some((point) => isOfPeriodAlone(point)) ? period.label : windowLabel(period));
}

/** Returns true if a survey figure covers its quarter alone. */
export function isOfPeriodAlone({ figure: { span }, period }: Indicator['series'][number]): boolean {
  return span !== undefined && span !== 'unknown' && isSameSpan(span, periodSpan(period));
}

/** Returns true if a survey figure covers the twelve months that end with its quarter. */
export function isOfTwelveMonths({ figure: { span }, period }: Indicator['series'][number]): boolean {
  return span === undefined || (span !== 'unknown' && isSameSpan(span, rollingSpan(period)));
}

/** Names the days from one to another: "April to June 2000" for whole months, "3 April to 30 June 2000" for others. */
export function formatWindow(window: DayWindow): string {
  const span = findWholeMonths(window);
  return span ? formatMonths(span) : formatDateRange(window.from, window.to);
}

/** Names months: "April to June 2008", "November 2008 to January 2009". */
export function formatMonths({ first, last }: MonthSpan): string {
  if (first === last) return formatMonth(first);
  const isOfYear = first.slice(0, 4) === last.slice(0, 4);
  const [start, end] = [formatMonth(first), formatMonth(last)];
  return `${isOfYear ? start.replace(/ \d+$/, '') : start} to ${end}`;
}
