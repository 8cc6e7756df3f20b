import { removeFloatNoise } from '../statistics/rounding.js';
import type { Figure } from '../model/figure.js';
import { formatValue } from './figures.js';
import { formatSignedPoints } from './numbers.js';

/**
 * Formats a difference with its sign, for a table or a chart: "+3 points", "−12.2%", "+£40", "0". A missing figure gets its
 * reason.
 */
export function formatSignedValue(figure: Figure): string {
  const { value, unit, places } = figure;
  if (value === null) return formatValue(figure);
  if (unit === 'points') return formatSignedPointsWithUnit(value, places);
  const text = formatValue({ ...figure, value: removeFloatNoise(value) });
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Formats a difference of percentages: "+3 points", "−1 point". */
export function formatSignedPointsWithUnit(value: number, places?: number): string {
  const number = formatSignedPoints(value, places);
  return `${number} ${/^[+−]?1$/.test(number) ? 'point' : 'points'}`;
}
