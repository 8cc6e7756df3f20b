import { isDate, MONTHS } from '../format/dates.js';
import { findYear, type Period } from '../model/period.js';

/**
 * Finds the last day that a column of dates or months reaches, as YYYY-MM-DD. A month reaches its last day. A month without a
 * year is in the year of the period. Returns null if any cell is neither, or all are empty.
 */
export function findLastDay(cells: readonly string[], period: Period): string | null {
  const filled = cells.filter((text) => text !== '');
  const days = filled.map(parseDay);
  // Spreadsheets keep a month as its first day.
  const areMonths = days.every((day) => day?.endsWith('-01') === true);
  const ends = filled.map((text, at) => {
    const day = days[at] ?? null;
    if (day !== null) return areMonths ? endMonth(day.slice(0, 7)) : day;
    const month = parseMonth(text, period);
    return month === null ? null : endMonth(month);
  });
  const known = ends.filter((end) => end !== null);
  return known.length < ends.length ? null : (known.sort().at(-1) ?? null);
}

/** Parses 2025-06-30 and 30/06/2025. */
function parseDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}

/** Parses "June 2025", "Jun-25", "Sept 2025", "2025-06" and "June". */
function parseMonth(text: string, period: Period): string | null {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  const [, name = '', digits = ''] = /^([a-z]{3,9})\.?(?:[ -]((?:20|19)?\d\d))?$/i.exec(text) ?? [];
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  if (name === '' || index < 0) return null;
  const number = String(index + 1).padStart(2, '0');
  return `${digits === '' ? findYearOf(index + 1, period) : digits.padStart(4, '20')}-${number}`;
}

/** Returns the calendar year of a month in the year of a period. */
function findYearOf(month: number, period: Period): string {
  const start = Number(findYear(period).start.slice(0, 4));
  return String(month < period.yearStarts ? start + 1 : start);
}

function endMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
