import type { Figure } from '../model/figure.js';
import { findWholeMonths } from '../model/month-span.js';
import type { PeriodData } from '../model/period-data.js';
import type { Period } from '../model/period.js';
import { getWindowSpan, nameWindow, type Window } from '../model/window.js';
import { findCountInPeriod } from './find-count-in-period.js';
import { findCountOver } from './find-count-over.js';
import { findCountToDate } from './find-count-to-date.js';

/**
 * Finds the count over a window that ends with a period, with the months that it covers. Counts of the year so far have no such
 * months: they are named after their year. Returns null if it is not known.
 */
export function findWindowedCount(
  id: string,
  window: Window,
  period: Period,
  history: readonly PeriodData[],
): Figure | null {
  if (window === 'year-to-date') return findCountToDate(id, period, history);
  const span = getWindowSpan(window, period);
  const figure =
    window === 'period' ? findCountInPeriod(id, period, history) : findCountOver(id, span, period, history);
  if (!figure) return null;
  if (figure.window) return { ...figure, span: findWholeMonths(figure.window) ?? 'unknown' };
  return { ...figure, span, ...(window !== 'period' && { period: nameWindow(window, period) }) };
}
