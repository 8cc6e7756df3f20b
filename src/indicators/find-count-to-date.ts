import type { Figure } from '../model/figure.js';
import type { PeriodData } from '../model/period-data.js';
import { nameYearToDate, type Period } from '../model/period.js';
import { getWindowSpan } from '../model/window.js';
import { findCountOver } from './find-count-over.js';
import { findPeriodData } from '../model/find-period-data.js';

/**
 * Finds the count from the start of the year to the end of a period. Without a published count, it is the sum of counts that
 * cover the year so far: of months, quarters or halves. It has no value if a part of the year has no count. Returns null if
 * the end of it has none.
 */
export function findCountToDate(id: string, period: Period, history: readonly PeriodData[]): Figure | null {
  return findPeriodData(history, period)?.toDate[id] ?? sumPeriods(id, period, history);
}

function sumPeriods(id: string, period: Period, history: readonly PeriodData[]): Figure | null {
  const figure = findCountOver(id, getWindowSpan('year-to-date', period), period, history);
  return figure && figure.value !== null ? { ...figure, period: nameYearToDate(period) } : figure;
}
