/*
 * The format of numbers in a paper. Values are rounded only here. The machine's locale is not used: it differs between
 * machines, and the first `toLocaleString` costs over 20 ms.
 */
import { removeFloatNoise, roundDecimal } from '../statistics/rounding.js';

/**
 * Formats a p-value: "p=0.012", "p<0.001", "p>0.999"; "[x]" if there is none. Returns "p<0.05" if a significant value would
 * round to 0.050.
 */
export function formatP(p: number | null, alpha = 0.05): string {
  if (p === null) return NOT_AVAILABLE;
  if (p < 0.001) return 'p<0.001';
  if (p > 0.999) return 'p>0.999';
  const text = roundDecimal(p, 3);
  return p < alpha && Number(text) >= alpha ? `p<${alpha}` : `p=${text}`;
}

/** The symbol for a value that is not available, after the Government Statistical Service. */
const NOT_AVAILABLE = '[x]';

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

/** Formats a limit for a sentence: "of up to 6.0", "above 100". */
export function formatUpperLimit(value: number): string {
  return value >= LARGEST_LIMIT ? `above ${LARGEST_LIMIT}` : `of up to ${formatLimit(value)}`;
}

const LARGEST_LIMIT = 100;

/** Formats a limit for a table: "6.0", "59", "over 100". Rounds down, so that the limit is not overstated. */
export function formatLimit(value: number): string {
  if (value >= LARGEST_LIMIT) return `over ${LARGEST_LIMIT}`;
  return value >= 10 ? String(Math.floor(value)) : roundDecimal(Math.floor(value * 10) / 10, 1);
}
