import { formatMonth } from '../format/dates.js';
import { monthsOf, type Period } from '../model/period.js';

/** Formats the months of a quarter: "July to September 2025". */
export function formatPeriodMonths(period: Period): string {
  const [first = '', , last = ''] = monthsOf(period).map(formatMonth);
  return `${first.replace(/ \d+$/, '')} to ${last}`;
}
