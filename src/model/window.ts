import { formatMonth } from '../format/dates.js';
import { periodSpan, rollingSpan, spanEndingWith, type MonthSpan } from './month-span.js';
import { findYear, yearLabel, type Period } from './period.js';

/** The times that a figure of a period can cover. The first is the default. */
export const WINDOWS = ['rolling-12-months', 'rolling-3-months', 'year-to-date', 'period'] as const;

export type Window = (typeof WINDOWS)[number];

/** The times that a count of its own can cover. A number at a date, such as people on a waiting list, covers none. */
export const COUNT_WINDOWS = ['period', 'rolling-12-months', 'rolling-3-months', 'as-at'] as const;

export type CountWindow = (typeof COUNT_WINDOWS)[number];

/** Returns the months that a window covers, as seen from a period. */
export function getWindowSpan(window: Window, period: Period): MonthSpan {
  const own = periodSpan(period);
  switch (window) {
    case 'rolling-12-months':
      return rollingSpan(period);
    case 'rolling-3-months':
      return spanEndingWith(own.last, 3);
    case 'year-to-date':
      return { first: findYear(period).start.slice(0, 7), last: own.last };
    case 'period':
      return own;
    default:
      return window satisfies never;
  }
}

/** Names a window for figures.csv: "2008/09 Q3, rolling 12 months". */
export function nameWindow(window: Window, period: Period): string {
  switch (window) {
    case 'rolling-12-months':
      return `${period.label}, rolling 12 months`;
    case 'rolling-3-months':
      return `three months to the end of ${formatMonth(period.end.slice(0, 7))}`;
    case 'year-to-date':
      return `${yearLabel(period)} to the end of ${formatMonth(period.end.slice(0, 7))}`;
    case 'period':
      return period.label;
    default:
      return window satisfies never;
  }
}
