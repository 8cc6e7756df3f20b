import { formatMonth } from '../format/dates.js';
import type { Figure } from './figure.js';
import type { Indicator } from './indicator.js';
import { isSameSpan, quarterSpan, rollingSpan, type MonthSpan } from './month-span.js';
import { quarterLabel, windowLabel, type Quarter } from './quarter.js';

/**
 * Names the period of a quarter's figure: "2007/08" for a financial year, "2007/08 Q4" for that quarter alone. A figure
 * without months of its own is named like one of the twelve months or of the year so far.
 */
export function nameSpan({ span, period }: Figure, quarter: Quarter): string {
  if (span === undefined) return windowLabel(quarter);
  if (span === 'unknown') return period ?? quarterLabel(quarter);
  if (isSameSpan(span, rollingSpan(quarter))) return windowLabel(quarter);
  return isSameSpan(span, quarterSpan(quarter)) ? quarterLabel(quarter) : formatSpan(span);
}

/**
 * Names the period of several measures in a quarter. Figures of different periods share the quarter's own name. A quarter
 * without figures is named like the others.
 */
export function nameQuarter(measures: readonly Pick<Indicator, 'series'>[], quarter: Quarter): string {
  const points = measures.flatMap(({ series }) => series).filter(({ figure }) => figure.value !== null);
  const inQuarter = points.filter((point) => point.quarter === quarter);
  const names = new Set(inQuarter.map(({ figure }) => nameSpan(figure, quarter)));
  const [name, ...others] = names;
  if (others.length > 0) return quarterLabel(quarter);
  return (
    name ?? (points.some((point) => isOfQuarterAlone(point)) ? quarterLabel(quarter) : windowLabel(quarter))
  );
}

/** Tells whether a survey figure covers its quarter alone. */
export function isOfQuarterAlone({ figure: { span }, quarter }: Indicator['series'][number]): boolean {
  return span !== undefined && span !== 'unknown' && isSameSpan(span, quarterSpan(quarter));
}

/** Tells whether a survey figure covers the twelve months that end with its quarter. */
export function isOfTwelveMonths({ figure: { span }, quarter }: Indicator['series'][number]): boolean {
  return span === undefined || (span !== 'unknown' && isSameSpan(span, rollingSpan(quarter)));
}

function formatSpan({ first, last }: MonthSpan): string {
  return first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`;
}
