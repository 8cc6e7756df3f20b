import { formatMonth } from '../format/dates.js';
import { monthsOf, type Period } from '../model/period.js';

/** Formats the months of a period: "July to September 2025", "October 2025 to March 2026", "September 2025". */
export function formatPeriodMonths(period: Period): string {
  const months = monthsOf(period);
  const [first = '', last = ''] = [months[0], months.at(-1)];
  if (first === last) return formatMonth(first);
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  return `${isOneYear ? formatMonth(first).replace(/ \d+$/, '') : formatMonth(first)} to ${formatMonth(last)}`;
}
