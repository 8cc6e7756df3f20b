import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

/** Formats a date as data files do, in UTC: `2009-04-02`. */
export function formatIsoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Formats `2009-04-02` as "2 April 2009". */
export function formatDate(day: string): string {
  return format(parseISO(day), 'd MMMM yyyy');
}

/** Formats `2009-04` as "April 2009". */
export function formatMonth(month: string): string {
  return format(parseISO(`${month}-01`), 'MMMM yyyy');
}

/** Formats a range of dates: "28 March to 3 April 2009". Prints a shared year or month once. */
export function formatDateRange(from: string, to: string): string {
  if (from === to) return formatDate(to);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = format(parseISO(from), sameMonth ? 'd' : sameYear ? 'd MMMM' : 'd MMMM yyyy');
  return `${start} to ${formatDate(to)}`;
}
