import { countPlaces } from '../model/published-value.js';
import type { Magnitude } from '../model/unit.js';
import { removeFloatNoise, roundDecimal } from '../statistics/rounding.js';
import { formatNumber } from './numbers.js';

/** The letter after a sum in thousands or millions. */
const LETTERS = { thousand: 'k', million: 'm' };

/** Formats a sum for tables: "£5.25", "£1,250k", "−£2.4m". `magnitude` says what the value counts; null is single pounds. */
export function formatPounds(value: number, magnitude: Magnitude | null, places?: number): string {
  const digits = formatNumber(Math.abs(value), findPence(places, magnitude));
  const sign = value < 0 && /[1-9]/.test(digits) ? '−' : '';
  return `${sign}£${digits}${magnitude === null ? '' : LETTERS[magnitude]}`;
}

/** Returns the decimal places of a sum. Single pounds are whole, or have two places for the pence. */
export function findPence(places = 0, magnitude: Magnitude | null): number {
  return places === 1 && magnitude === null ? 2 : places;
}

/** Formats a large sum for a sentence, without rounding it further: 1,250 thousand is "£1.25 million", 950 thousand "£950,000". */
export function formatLargeSum(value: number, magnitude: Magnitude, places = 0): string {
  const rounded = Number(roundDecimal(value, places));
  if (magnitude === 'million') return formatMillions(rounded, places);
  if (Math.abs(rounded) >= 1000) {
    const millions = removeFloatNoise(rounded / 1000);
    return formatMillions(millions, countPlaces(millions));
  }
  const pounds = removeFloatNoise(rounded * 1000);
  return formatPounds(pounds, null, countPlaces(pounds));
}

function formatMillions(millions: number, places: number): string {
  return `${formatPounds(millions, 'million', places).slice(0, -1)}\u00a0million`;
}
