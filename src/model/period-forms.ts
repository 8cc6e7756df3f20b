import { MONTH_NAMES } from './year-starts.js';
import { parsePeriod } from './period.js';

/** Describes how the periods of a project are written: "2025-26-q1, 2025-26-h1, 2025-26-year or 2025-m09". */
export function describeForms(yearStarts: number): string {
  const year = yearStarts === 1 ? '2025' : '2025-26';
  return `${year}-q1, ${year}-h1, ${year}-year or 2025-m09 (years start in ${nameMonth(yearStarts)})`;
}

/** Suggests the period that a name probably means. Returns undefined if there is none. */
export function suggestForm(name: string, yearStarts: number): string | undefined {
  const match = /^(\d{4})(?:[-/](\d{2}|\d{4}))?[-/ ]?(?:([a-z]*)[-/ ]?(\d{0,2}))$/i.exec(name);
  if (!match) return undefined;
  const [, year = '', second = '', word = '', number = ''] = match;
  const following = String((Number(year) + 1) % 100).padStart(2, '0');
  const years = yearStarts === 1 ? year : `${year}-${following}`;
  const letter = word.toLowerCase();
  const isMonth = second !== '' && letter === '' && number === '';
  const names = [
    isMonth ? `${year}-m${second.slice(-2)}` : '',
    letter.startsWith('m') ? `${year}-m${number.padStart(2, '0')}` : '',
    letter.startsWith('q') ? `${years}-q${Number(number)}` : '',
    letter.startsWith('h') ? `${years}-h${Number(number)}` : '',
    letter === '' || letter.startsWith('y') ? `${years}-year` : '',
  ];
  const found = names.find((candidate) => parsePeriod(candidate, yearStarts) !== null);
  return found && `Did you mean ${found}?`;
}

function nameMonth(yearStarts: number): string {
  const name = MONTH_NAMES[yearStarts - 1] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
