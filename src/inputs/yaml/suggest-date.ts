import { isDate, MONTHS } from '../../format/dates.js';

const NUMERIC_DATE = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/;
const WRITTEN_DATE = /^(?:[A-Za-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,}),?[ -](\d{4})$/;
const YEAR_FIRST_DATE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;

/** Suggests YYYY-MM-DD for `02/04/2009` or `2 April 2009`. Numeric dates have the day first, as in Britain. */
export function suggestDate(typed: string): string | undefined {
  const text = typed.trim();
  const date = parseYearFirst(text) ?? parseNumeric(text) ?? parseWritten(text);
  return date !== null && date !== text && isDate(date)
    ? `Write a date with the year first: ${date}.`
    : undefined;
}

function parseYearFirst(text: string): string | null {
  const [, year, month = '', day = ''] = YEAR_FIRST_DATE.exec(text) ?? [];
  return year === undefined ? null : formatIso(year, month, day);
}

/** A year of two digits is taken to be in this century. */
function parseNumeric(text: string): string | null {
  const [, day, month = '', year = ''] = NUMERIC_DATE.exec(text) ?? [];
  return day === undefined ? null : formatIso(year.padStart(4, '20'), month, day);
}

function parseWritten(text: string): string | null {
  const [, day, monthName = '', year = ''] = WRITTEN_DATE.exec(text) ?? [];
  if (day === undefined) return null;
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(monthName.toLowerCase()));
  return index < 0 ? null : formatIso(year, String(index + 1), day);
}

function formatIso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
