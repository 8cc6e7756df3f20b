import type { Figure } from '../model/figure.js';
import { countMonths } from '../model/month-span.js';
import { nameMonths, nameSpan } from '../model/name-span.js';
import { countPerYear, monthsOf, type Period } from '../model/period.js';
import { getWindowSpan, type Window } from '../model/window.js';

/** Counts the periods from a figure back to the next that shares no data with it. The year so far shares none with last year's. */
export function countPeriodsApart(window: Window, period: Period): { periodsApart: number } {
  if (window === 'year-to-date') return { periodsApart: countPerYear(period) };
  const months = countMonths(getWindowSpan(window, period));
  return { periodsApart: Math.max(1, Math.ceil(months / monthsOf(period).length)) };
}

/** Names the earlier window of a change after its months. The year so far is named by default. */
export function nameEarlierWindow(window: Window): {
  nameEarlier?: (earlier: Period, from: Figure) => string;
} {
  if (window === 'year-to-date') return {};
  return {
    nameEarlier: (earlier, from) =>
      from.span === undefined ? nameMonths(getWindowSpan(window, earlier), earlier) : nameSpan(from, earlier),
  };
}
