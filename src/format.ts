/**
 * How the paper writes numbers and dates. Rounding happens here, once, half away from zero. No locale of the machine is
 * asked: the first `toLocaleString` of a process costs over 20 ms, and would differ between machines.
 */
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { Figure } from './model/figure.js';

/** Rounds on the decimal digits, half away from zero: 1.005 gives "1.01", −0.2 gives "0". Plain digits, no commas. */
export function roundDecimal(value: number, places: number): string {
  const negative = value < 0;
  const [whole = '0', fraction = ''] = decimalString(Math.abs(value)).split('.');
  const digits = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  const up = Number(fraction[places] ?? '0') >= 5 ? 1n : 0n;
  const text = (digits + up).toString().padStart(places + 1, '0');
  const result = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return negative && /[1-9]/.test(result) ? `-${result}` : result;
}

/** The shortest digits that stand for the number, never with an exponent. */
function decimalString(value: number): string {
  const text = String(value);
  const match = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, first = '', rest = '', power] = match;
  const shift = Number(power);
  const digits = first + rest;
  return shift < 0 ? `0.${'0'.repeat(-shift - 1)}${digits}` : digits.padEnd(shift + 1, '0');
}

/** "8,453". A minus sign, not a hyphen, for what is below zero. */
export function formatNumber(value: number, places = 0): string {
  const [whole = '', fraction] = roundDecimal(value, places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A fraction as a percentage: 0.64 gives "64%". The product is rounded to 12 digits first, so that 0.285 is 28.5. */
export function formatPercent(fraction: number, places = 0): string {
  return `${formatNumber(percentage(fraction), places)}%`;
}

/** A difference of fractions: 0.08 gives "8 percentage points". */
export function formatPoints(difference: number, places = 0): string {
  const number = formatNumber(percentage(difference), places);
  return `${number} percentage ${number === '1' || number === '−1' ? 'point' : 'points'}`;
}

/** The same with its sign, for a column: "+8". */
export function formatSignedPoints(difference: number, places = 0): string {
  const number = formatNumber(percentage(difference), places);
  return difference > 0 && number !== '0' ? `+${number}` : number;
}

function percentage(fraction: number): number {
  return Number((fraction * 100).toPrecision(12));
}

/** A figure as a sentence states it, with its qualifier: "approximately 21,000". Says why where there is no value. */
export function formatFigure(figure: Figure): string {
  const number = formatValue(figure);
  return figure.qualifier && figure.value !== null ? `${figure.qualifier} ${number}` : number;
}

/** The bare number with its unit's sign, for tables and charts. */
export function formatValue({ value, unit, reason }: Figure): string {
  if (value === null) return `not available${reason ? `: ${reason}` : ''}`;
  switch (unit) {
    case 'percent':
      return formatPercent(value);
    case 'points':
      return formatPoints(value);
    case 'pounds':
      return `£${formatNumber(value)}`;
    case 'year':
      return String(value);
    case 'ratio':
      return formatNumber(value, 2);
    default:
      return formatNumber(value, Number.isInteger(value) ? 0 : 1);
  }
}

const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** A count within a sentence: in words up to twelve, in digits above. */
export function numberInWords(value: number): string {
  return SMALL[value] ?? formatNumber(value);
}

/** "a, b and c". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

/** `2009-04-02` as "2 April 2009". */
export function formatDate(day: string): string {
  return format(parseISO(day), 'd MMMM yyyy');
}

/** "28 March to 3 April 2009": the year and the month are said once where they are the same. */
export function formatDateRange(from: string, to: string): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = format(parseISO(from), sameMonth ? 'd' : sameYear ? 'd MMMM' : 'd MMMM yyyy');
  return `${start} to ${formatDate(to)}`;
}
