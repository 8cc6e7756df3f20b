import { findWholeMonths, type MonthSpan } from '../../model/month-span.js';
import { getWindowSpan, type Window } from '../../model/window.js';
import { makeWarning, type Place, type Problem } from '../../model/problem.js';
import { monthsOf, type Period } from '../../model/period.js';
import type { RawFigure } from './build-figure.js';
import { parseSpan } from './parse-span.js';

/** Returns the months of a survey result: those of its `window:`, those that its `period:` names, or the measure's window. */
export function readSpan(raw: RawFigure, window: Window, period: Period): MonthSpan | 'unknown' {
  const days = typeof raw === 'object' ? raw?.window : undefined;
  if (days) return findWholeMonths(days) ?? 'unknown';
  const stated = typeof raw === 'object' ? raw?.period : undefined;
  return stated === undefined || stated === null
    ? getWindowSpan(window, period)
    : (parseSpan(stated, period.yearStarts) ?? 'unknown');
}

/** Warns of a period whose months cannot be read, or which ends in another quarter. */
export function checkSpan(
  span: MonthSpan | 'unknown',
  period: Period,
  place: Place,
  isWindow = false,
): Problem[] {
  const advice = {
    expected: `no period for the twelve months to the end of ${period.label}; or a period such as ${period.label} for the period alone, or October to December 2008`,
  };
  if (span === 'unknown')
    return [
      makeWarning(
        'period-names-months',
        place,
        `this ${isWindow ? 'window is not one of whole months' : 'period names no months that can be read'}, so changes of the figure are not tested`,
        advice,
      ),
    ];
  if (monthsOf(period).includes(span.last)) return [];
  return [
    makeWarning(
      'period-names-months',
      place,
      `this ${isWindow ? 'window' : 'period'} does not end in ${period.label}`,
      advice,
    ),
  ];
}
