import { MONTHS } from '../../format/dates.js';
import { parseDays } from '../../format/parse-days.js';

const NUMBERS = /^(\d{4})[-/](0[1-9]|1[0-2])(?:-\d{2})?$/;
const SHORT = /^([a-z]{3,9})[-/ ](\d{4}|\d{2})$/i;

/** Parses a month as authors and spreadsheets write it: "April 2025", "Apr-25", "2025-04", "1 April 2025". Returns null for others. */
export function parseMonth(text: string): string | null {
  const words = text.trim();
  const numbers = NUMBERS.exec(words);
  if (numbers) return `${numbers[1] ?? ''}-${numbers[2] ?? ''}`;
  const short = SHORT.exec(words);
  if (short) return parseShort(short[1] ?? '', short[2] ?? '');
  const days = parseDays(words);
  return days && days.from.slice(0, 7) === days.to.slice(0, 7) ? days.from.slice(0, 7) : null;
}

function parseShort(name: string, year: string): string | null {
  const typed = name.toLowerCase();
  const index = MONTHS.findIndex((month) => {
    const full = month.toLowerCase();
    return typed === full || typed === full.slice(0, 3) || (full === 'september' && typed === 'sept');
  });
  if (index < 0) return null;
  return `${year.length === 2 ? `20${year}` : year}-${String(index + 1).padStart(2, '0')}`;
}
