import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import { findPeriodData } from '../model/find-period-data.js';
import type { PeriodData } from '../model/period-data.js';
import { findMostPlaces } from '../model/find-most-places.js';
import { listYearToDate, type Period } from '../model/period.js';
import { periodSpan, type MonthSpan } from '../model/month-span.js';
import { addUpCounts } from './add-up-counts.js';
import { tile } from './list-window.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import { startsSeries } from '../model/find-break.js';
import { omitBreak } from './mixed-counts.js';
import { findCountToDate } from './find-count-to-date.js';

/**
 * Finds the count within one period. Without a published count, it is the sum of shorter periods, or the difference of two
 * counts to date. Returns null if it is not known. A negative difference is a revision and no count, and one across a break counts
 * nothing.
 */
export function findCountInPeriod(id: string, period: Period, history: readonly PeriodData[]): Figure | null {
  const published = findPeriodData(history, period)?.inPeriod[id];
  if (published) return published;
  const parts = addUpParts(id, periodSpan(period), history);
  if (parts) return { ...parts, period: period.label };
  const last = listYearToDate(period).at(-2);
  const toDate = findCountToDate(id, period, history);
  if (last === undefined) return toDate;
  const before = findCountToDate(id, last, history);
  return toDate && before ? subtract(toDate, before, period) : null;
}

/** Adds up the counts of the periods that cover some months. Returns null if they leave a gap. */
export function addUpParts(id: string, span: MonthSpan, history: readonly PeriodData[]): Figure | null {
  const counted = history.filter(({ inPeriod }) => inPeriod[id]).map((data) => data.period);
  const figures = (tile(span, counted) ?? []).flatMap(
    (part) => findPeriodData(history, part)?.inPeriod[id] ?? [],
  );
  const [first] = figures;
  if (!first) return null;
  return addUpCounts(first, figures);
}

function subtract(toDate: Figure, before: Figure, period: Period): Figure | null {
  if (toDate.value === null || before.value === null || toDate.value < before.value) return null;
  if (startsSeries(toDate, before)) return null;
  return {
    ...omitBreak(toDate),
    id: `${toDate.id}.in-period`,
    value: removeFloatNoise(toDate.value - before.value),
    places: findMostPlaces([toDate, before]),
    period: period.label,
    formula: `${formatValue(toDate)} − ${formatValue(before)}`,
    inputs: [toDate, before],
  };
}
