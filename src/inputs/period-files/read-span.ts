import { rollingSpan, type MonthSpan } from '../../model/month-span.js';
import { makeWarning, type Place, type Problem } from '../../model/problem.js';
import { monthsOf, quarterLabel, type Quarter } from '../../model/quarter.js';
import type { RawFigure } from './build-figure.js';
import { parseSpan } from './parse-span.js';

/** Returns the months of a survey result: those that its `period:` names, or the twelve that end with the quarter. */
export function readSpan(raw: RawFigure, quarter: Quarter): MonthSpan | 'unknown' {
  const period = typeof raw === 'object' ? raw?.period : undefined;
  return period === undefined || period === null ? rollingSpan(quarter) : (parseSpan(period) ?? 'unknown');
}

/** Warns of a period whose months cannot be read, or which ends in another quarter. */
export function checkSpan(span: MonthSpan | 'unknown', quarter: Quarter, place: Place): Problem[] {
  const advice = {
    expected: `no period for the twelve months to the end of ${quarterLabel(quarter)}; or a period such as ${quarterLabel(quarter)} for the quarter alone, or October to December 2008`,
  };
  if (span === 'unknown')
    return [
      makeWarning(
        'period-names-months',
        place,
        'this period names no months that can be read, so changes of the figure are not tested',
        advice,
      ),
    ];
  if (monthsOf(quarter).includes(span.last)) return [];
  return [
    makeWarning('period-names-months', place, `this period does not end in ${quarterLabel(quarter)}`, advice),
  ];
}
