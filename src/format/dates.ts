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

/** In the order of `Date.getUTCDay`. */
export const WEEKDAYS: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

/** A day of the calendar. `month` is 1 for January. */
interface Day {
  year: number;
  month: number;
  day: number;
}

/** Returns true for a day that exists, as `2009-04-02`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = splitDay(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= countDaysOfMonth(year, month);
}

function splitDay(text: string): Day {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

/** Returns the number of days in a month. */
export function countDaysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Formats a date as data files do, in UTC: `2009-04-02`. */
export function formatIsoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Formats `2009-04-02` as "2 April 2009". */
export function formatDate(text: string): string {
  const { year, month, day } = splitDay(text);
  return `${day} ${nameMonth(month)} ${year}`;
}

/** Formats `2009-04` as "April 2009". */
export function formatMonth(text: string): string {
  const { year, month } = splitDay(text);
  return `${nameMonth(month)} ${year}`;
}

function nameMonth(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** Formats a range of dates: "28 March to 3 April 2009". Prints a shared year or month once. */
export function formatDateRange(from: string, to: string): string {
  if (from === to) return formatDate(to);
  const { year, month, day } = splitDay(from);
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = [day, ...(isSameMonth ? [] : [nameMonth(month)]), ...(isSameYear ? [] : [year])];
  return `${start.join(' ')} to ${formatDate(to)}`;
}
