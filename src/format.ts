/*
 * The format of numbers and dates in a paper. Values are rounded only here. The machine's locale is not used: it
 * differs between machines, and the first `toLocaleString` costs over 20 ms.
 */
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { TO_COME, type Figure } from './model/figure.js';
import { roundDecimal, removeFloatNoise } from './statistics/rounding.js';
import { sum } from './statistics/sum.js';

/** Formats a p-value: "p=0.012", "p<0.001", "p>0.999". Returns "p<0.05" if a significant value would round to 0.050. */
export function formatP(p: number, alpha = 0.05): string {
  if (p < 0.001) return 'p<0.001';
  if (p > 0.999) return 'p>0.999';
  const text = roundDecimal(p, 3);
  return p < alpha && Number(text) >= alpha ? `p<${alpha}` : `p=${text}`;
}

/** Formats a number: "8,453". Negative numbers get a minus sign, not a hyphen. */
export function formatNumber(value: number, places = 0): string {
  const [whole = '', fraction] = roundDecimal(value, places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Formats a fraction as a percentage: 0.64 gives "64%". */
export function formatPercent(fraction: number, places = 0): string {
  return `${formatNumber(toPercent(fraction), places)}%`;
}

/** Formats a difference of fractions: 0.08 gives "8 percentage points". */
export function formatPoints(difference: number, places = 0): string {
  const number = formatNumber(toPercent(difference), places);
  return `${number} percentage ${number === '1' || number === '−1' ? 'point' : 'points'}`;
}

/** Formats a difference of fractions for a table, with its sign and without a unit: 0.08 gives "+8". */
export function formatSignedPoints(difference: number, places = 0): string {
  return formatSigned(toPercent(difference), places);
}

/** Formats a number with its sign: "+8", "−8", "0". */
export function formatSigned(value: number, places = 0): string {
  const number = formatNumber(value, places);
  return value > 0 && /[1-9]/.test(number) ? `+${number}` : number;
}

/** Converts a fraction to per cent without rounding errors: 0.285 gives 28.5, not 28.499999999999996. */
export function toPercent(fraction: number): number {
  return removeFloatNoise(fraction * 100);
}

/** Formats a limit: "6.0", "59", "over 100". Rounds down, so that the limit is not overstated. */
export function formatLimit(value: number): string {
  if (value >= 100) return 'over 100';
  return value >= 10 ? String(Math.floor(value)) : roundDecimal(Math.floor(value * 10) / 10, 1);
}

/** Returns true if the printed difference is not the difference of the printed figures, because of rounding. */
export function differsAsPrinted(from: Figure, to: Figure, difference: Figure): boolean {
  const [earlier, later, printed] = [from, to, difference].map(roundAsPrinted);
  if (earlier === undefined || later === undefined || printed === undefined) return false;
  return Math.abs(later - earlier - printed) > 1e-9;
}

/** Returns true if the printed total is not the sum of the printed parts, because of rounding. */
export function sumDiffersAsPrinted(parts: readonly Figure[], total: Figure): boolean {
  const printed = roundAsPrinted(total);
  const numbers = parts.map(roundAsPrinted).filter((number) => number !== undefined);
  if (printed === undefined || numbers.length < parts.length) return false;
  return Math.abs(sum(numbers) - printed) > 1e-9;
}

/** Returns a figure's value as rounded for print. */
function roundAsPrinted(figure: Figure): number | undefined {
  if (figure.value === null) return undefined;
  return Number(
    formatValue(figure)
      .replace('−', '-')
      .replace(/[^\d.-]/g, ''),
  );
}

/** Formats a figure for a sentence, with its qualifier: "approximately 21,000". Gives the reason if there is no value. */
export function formatFigure(figure: Figure): string {
  const number = formatValue(figure);
  return figure.qualifier && figure.value !== null ? `${figure.qualifier} ${number}` : number;
}

/** Formats a figure for tables and charts: the number with the sign of its unit. */
export function formatValue({ value, unit, reason }: Pick<Figure, 'value' | 'unit' | 'reason'>): string {
  if (value === null) return formatMissing(reason);
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
    case 'count':
    case 'months':
    case 'days':
      return formatNumber(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);
    default:
      return unit satisfies never;
  }
}

/** Formats a figure's value without rounding: "63.8%", "0.4 percentage points". */
export function formatExactValue(figure: Figure): string {
  const { value, unit } = figure;
  if (value === null) return formatValue(figure);
  if (unit === 'percent') return `${toPercent(value)}%`;
  return unit === 'points' ? `${toPercent(value)} percentage points` : String(removeFloatNoise(value));
}

/**
 * Formats the replacement of a missing number: "[to come]", "[not available: the survey was not held]". Because of the
 * brackets it can replace a number anywhere.
 */
export function formatMissing(reason: string | undefined): string {
  if (reason === TO_COME) return `[${TO_COME}]`;
  return `[not available${reason ? `: ${reason}` : ''}]`;
}

/** Formats the line that replaces a table or chart without figures. */
export function formatMissingNotice(reason: string): string {
  return reason === TO_COME ? 'Figures to come' : `Not available: ${reason}`;
}

/**
 * Formats an interval in the unit of its figure: "63% to 65%". The ends of a difference have a decimal: "+0.1 to +1.9".
 * Whole points would not show on which side of zero an end is. Returns null if the figure has no interval.
 */
export function formatInterval({ interval, unit }: Figure): string | null {
  if (!interval) return null;
  const { lower, upper } = interval;
  if (unit === 'points')
    return `${formatSignedPoints(lower, 1)} to ${upper === null ? 'no limit' : formatSignedPoints(upper, 1)}`;
  const formatEnd = (value: number): string =>
    formatValue({ unit, value: unit === 'count' ? Math.round(value) : value });
  return upper === null ? `${formatEnd(lower)} or more` : `${formatEnd(lower)} to ${formatEnd(upper)}`;
}

/** Formats an ordinal: "first" to "tenth", then "11th", "12th" … */
export function formatOrdinal(value: number): string {
  const word = ORDINALS[value];
  if (word !== undefined) return word;
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

const ORDINALS = [
  undefined,
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** The words for 1 to 19. */
export const NUMBER_WORDS = [
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
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

const LARGEST_IN_WORDS = 12;

/** Formats a count for a sentence: in words up to twelve, in digits above. */
export function formatNumberInWords(value: number): string {
  if (value === 0) return 'no';
  return (value <= LARGEST_IN_WORDS && NUMBER_WORDS[value - 1]) || formatNumber(value);
}

/** Makes the first letter a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Makes the first letter lower case, for a label within a sentence. */
export function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Joins names: "a, b and c". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

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
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = format(parseISO(from), sameMonth ? 'd' : sameYear ? 'd MMMM' : 'd MMMM yyyy');
  return `${start} to ${formatDate(to)}`;
}
