import { formatMonth } from '../format/dates.js';
import { monthsOf, type Quarter } from '../model/quarter.js';

/** Formats the months of a quarter: "July to September 2025". */
export function formatQuarterMonths(quarter: Quarter): string {
  const [first = '', , last = ''] = monthsOf(quarter).map(formatMonth);
  return `${first.replace(/ \d+$/, '')} to ${last}`;
}
