/**
 * How the paper writes numbers and dates. Values are rounded here, once, when they are written. No locale of the machine is
 * asked: the first `toLocaleString` of a process costs over 20 ms, and would differ between machines.
 */
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { TO_COME, type Figure } from './model/figure.js';
import { roundDecimal, removeFloatNoise } from './statistics/rounding.js';
import { sum } from './statistics/sum.js';

/** A p-value: "p=0.012", "p<0.001", "p>0.999"; "p<0.05" where three places would hide that it is significant. */
export function formatP(p: number, alpha = 0.05): string {
  if (p < 0.001) return 'p<0.001';
  if (p > 0.999) return 'p>0.999';
  const text = roundDecimal(p, 3);
  return p < alpha && Number(text) >= alpha ? `p<${alpha}` : `p=${text}`;
}

/** "8,453". A minus sign, not a hyphen, for what is below zero. */
export function formatNumber(value: number, places = 0): string {
  const [whole = '', fraction] = roundDecimal(value, places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A fraction as a percentage: 0.64 gives "64%". */
export function formatPercent(fraction: number, places = 0): string {
  return `${formatNumber(toPercent(fraction), places)}%`;
}

/** A difference of fractions: 0.08 gives "8 percentage points". */
export function formatPoints(difference: number, places = 0): string {
  const number = formatNumber(toPercent(difference), places);
  return `${number} percentage ${number === '1' || number === '−1' ? 'point' : 'points'}`;
}

/** The same with its sign, for a column: "+8". */
export function formatSignedPoints(difference: number, places = 0): string {
  return formatSigned(toPercent(difference), places);
}

/** A number with its sign: "+8", "−8", "0". */
export function formatSigned(value: number, places = 0): string {
  const number = formatNumber(value, places);
  return value > 0 && /[1-9]/.test(number) ? `+${number}` : number;
}

/** 0.285 as 28.5, without the digits that the machine's arithmetic adds (28.499999999999996). */
export function toPercent(fraction: number): number {
  return removeFloatNoise(fraction * 100);
}

/** A limit, rounded down so that it is not overstated: "6.0", "59", "over 100". */
export function formatLimit(value: number): string {
  if (value >= 100) return 'over 100';
  return value >= 10 ? String(Math.floor(value)) : roundDecimal(Math.floor(value * 10) / 10, 1);
}

/**
 * Whether a reader who subtracts two figures as printed finds another difference than the one printed: differences are worked
 * out before rounding.
 */
export function differsAsPrinted(from: Figure, to: Figure, difference: Figure): boolean {
  const [earlier, later, printed] = [from, to, difference].map(parsePrinted);
  if (earlier === undefined || later === undefined || printed === undefined) return false;
  return Math.abs(later - earlier - printed) > 1e-9;
}

/** Whether a reader who adds up the parts as they are printed gets another total than is printed. */
export function sumDiffersAsPrinted(parts: readonly Figure[], total: Figure): boolean {
  const printed = parsePrinted(total);
  const numbers = parts.map(parsePrinted).filter((number) => number !== undefined);
  if (printed === undefined || numbers.length < parts.length) return false;
  return Math.abs(sum(numbers) - printed) > 1e-9;
}

/** The number that a reader sees. */
function parsePrinted(figure: Figure): number | undefined {
  if (figure.value === null) return undefined;
  return Number(
    formatValue(figure)
      .replace('−', '-')
      .replace(/[^\d.-]/g, ''),
  );
}

/** A figure as a sentence states it, with its qualifier: "approximately 21,000". Says why where there is no value. */
export function formatFigure(figure: Figure): string {
  const number = formatValue(figure);
  return figure.qualifier && figure.value !== null ? `${figure.qualifier} ${number}` : number;
}

/** The bare number with its unit's sign, for tables and charts. */
export function formatValue({ value, unit, reason }: Figure): string {
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
    default:
      return formatNumber(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);
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
 * In a number's place, for want of one: "[to come]", "[not available: the survey was not held]". Brackets let it stand wherever
 * a number does.
 */
export function formatMissing(reason: string | undefined): string {
  if (reason === TO_COME) return `[${TO_COME}]`;
  return `[not available${reason ? `: ${reason}` : ''}]`;
}

/** The same for a whole table or chart, on a line of its own. */
export function formatMissingNotice(reason: string): string {
  return reason === TO_COME ? 'Figures to come' : `Not available: ${reason}`;
}

/**
 * Both ends of an interval in the figure's unit: "63% to 65%". Those of a difference have a decimal, "+0.1 to +1.9": whole points
 * would not show on which side of nought an end lies.
 */
export function formatInterval({ interval, unit }: Figure): string | null {
  if (!interval) return null;
  const { lower, upper } = interval;
  if (unit === 'points')
    return `${formatSignedPoints(lower, 1)} to ${upper === null ? 'no limit' : formatSignedPoints(upper, 1)}`;
  const end = (value: number): string =>
    formatValue({ unit, value: unit === 'count' ? Math.round(value) : value } as Figure);
  return upper === null ? `${end(lower)} or more` : `${end(lower)} to ${end(upper)}`;
}

/** "first", "second" … "tenth"; "30th" beyond. */
export function formatOrdinal(value: number): string {
  const word = ORDINALS[value];
  if (word !== undefined) return word;
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
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

/** From one to nineteen. */
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

/** A count within a sentence: in words up to twelve, in digits above. */
export function formatNumberInWords(value: number): string {
  if (value === 0) return 'no';
  return (value <= LARGEST_IN_WORDS && NUMBER_WORDS[value - 1]) || formatNumber(value);
}

/** With a capital, as at the beginning of a sentence. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Without the capital that a label begins with, as within a sentence. */
export function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "a, b and c". */
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

/** A moment's day, as data write it: `2009-04-02`. */
export function formatIsoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `2009-04-02` as "2 April 2009". */
export function formatDate(day: string): string {
  return format(parseISO(day), 'd MMMM yyyy');
}

/** `2009-04` as "April 2009". */
export function formatMonth(month: string): string {
  return format(parseISO(`${month}-01`), 'MMMM yyyy');
}

/** "28 March to 3 April 2009": the year and the month are said once where they are the same. */
export function formatDateRange(from: string, to: string): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = format(parseISO(from), sameMonth ? 'd' : sameYear ? 'd MMMM' : 'd MMMM yyyy');
  return `${start} to ${formatDate(to)}`;
}
