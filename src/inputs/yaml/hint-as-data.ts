import { isDate, MONTHS } from '../../format.js';

const NUMERIC_DATE = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/;
const WRITTEN_DATE = /^(?:[A-Za-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,}),?[ -](\d{4})$/;
const SHORT_DATE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;

/** How a day written as people write it, `02/04/2009` or `2 April 2009`, stands in data. Day first, as in Britain. */
export function hintAsDate(found: string): string | undefined {
  const text = found.trim();
  const day = isoOf(text);
  return day !== null && day !== text && isDate(day)
    ? `Write a date with the year first: ${day}.`
    : undefined;
}

function isoOf(text: string): string | null {
  const [, year = '', month = '', day = ''] = SHORT_DATE.exec(text) ?? [];
  if (year) return iso(year, month, day);
  const [, first = '', second = '', last = ''] = NUMERIC_DATE.exec(text) ?? [];
  if (first) return iso(last.padStart(4, '20'), second, first);
  const [, dayOfMonth = '', name = '', written = ''] = WRITTEN_DATE.exec(text) ?? [];
  const index = name ? MONTHS.findIndex((one) => one.toLowerCase().startsWith(name.toLowerCase())) : -1;
  return index < 0 ? null : iso(written, String(index + 1), dayOfMonth);
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** How a number written otherwise than data hold it is written there: `1,467`, `64,5`, `64%` and `6O`. */
export function hintAsNumber(found: string): string | undefined {
  if (/^-?\d{1,3}([, \u00a0\u202f]\d{3})+(\.\d+)?$/.test(found))
    return `Write it without commas or spaces: ${found.replace(/[^\d.-]/g, '')}. The paper puts commas in.`;
  if (/^\d+(\.\d+)?\s*%$/.test(found)) return `Write it without the sign: ${found.replace(/\s*%$/, '')}.`;
  if (/^-?\d+,\d+$/.test(found)) return `Write decimals after a point: ${found.replace(',', '.')}.`;
  if (!/^-?[\dOolI.]+$/.test(found) || !/\d/.test(found)) return undefined;
  const digits = found.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  if (!/^-?\d+(\.\d+)?$/.test(digits) || digits === found) return undefined;
  return `The letter ${/[OolI]/.exec(found)?.[0] ?? ''} stands in it for a digit: write ${digits}.`;
}

/** Of a number whose comma has cut it in two within { }, how it is written. `column` is that of its second part, from 1. */
export function hintAtComma(line: string, column: number): string | undefined {
  for (const { 0: number, index } of line.matchAll(/\d+(?:, ?\d+)+(?:\.\d+)?/g)) {
    if (index + 1 > column || column > index + number.length) continue;
    const [first = '', ...rest] = number.split(/, ?/);
    const thousands = rest.every((part) => /^\d{3}(\.\d+)?$/.test(part));
    if (!thousands && rest.length > 1) return undefined;
    return `A comma parts entries inside { }: write ${thousands ? first + rest.join('') : `${first}.${rest.join('')}`}, without one.`;
  }
  return undefined;
}
