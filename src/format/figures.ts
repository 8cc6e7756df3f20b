import { formatNumber, formatPercent, formatPoints, formatSignedPoints, toPercent } from './numbers.js';
import { TO_COME, type Figure } from '../model/figure.js';
import { countPlaces } from '../model/published-value.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import { sum } from '../statistics/sum.js';

/**
 * Formats a figure for a sentence, with its qualifier and its note: "approximately 21,000". A gap that is negative names the group
 * with the higher result. Gives the reason if there is no value.
 */
export function formatFigure(figure: Figure): string {
  const number = figure.groups ? formatGap(figure, figure.groups) : formatValue(figure);
  if (figure.value === null) return number;
  const qualified = figure.qualifier ? `${figure.qualifier} ${number}` : number;
  return figure.note === undefined ? qualified : `${qualified} (${figure.note})`;
}

/** Formats a gap by its size: "3 percentage points"; if it is negative, "3 percentage points (higher for the others)". */
function formatGap(figure: Figure, { other }: NonNullable<Figure['groups']>): string {
  if (figure.value === null) return formatValue(figure);
  const size = formatPoints(Math.abs(figure.value), figure.places);
  return figure.value < 0 && /[1-9]/.test(size) ? `${size} (higher for ${other})` : size;
}

type PrintedValue = Pick<Figure, 'value' | 'unit' | 'reason' | 'places'>;

/**
 * Formats a figure for tables and charts: the number with the sign of its unit. It has the decimal places that the author
 * typed. Other percentages and points are whole, and other rates have two places.
 */
export function formatValue({ value, unit, reason, places }: PrintedValue): string {
  if (value === null) return formatMissing(reason);
  switch (unit) {
    case 'percent':
      return formatPercent(value, places);
    case 'points':
      return formatPoints(value, places);
    case 'pounds':
      return `${value < 0 ? '−' : ''}£${formatNumber(Math.abs(value), findPence(places))}`;
    case 'year':
      return String(value);
    case 'ratio':
      return formatNumber(value, places ?? 2);
    case 'count':
    case 'number':
    case 'months':
    case 'days':
      return formatNumber(value, places ?? (Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1));
    default:
      return unit satisfies never;
  }
}

/** Pounds are whole, or have two places for the pence. */
function findPence(places = 0): number {
  return places === 1 ? 2 : places;
}

/** Formats a figure's value without rounding: "63.8%", "0.4 percentage points". */
export function formatExactValue(figure: Figure): string {
  const { value, unit } = figure;
  if (value === null) return formatValue(figure);
  if (unit === 'percent') return `${toPercent(value)}%`;
  if (unit !== 'points') return String(removeFloatNoise(value));
  return formatPoints(value, countPlaces(toPercent(value)));
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
 * Formats an interval in the unit of its figure: "63% to 65%". The ends of a difference have one place more: "+0.1 to +1.9".
 * Its own places would not show on which side of zero an end is. Returns null if the figure has no interval.
 */
export function formatInterval({ interval, unit, places }: Figure): string | null {
  if (!interval) return null;
  const { lower, upper } = interval;
  if (unit === 'points')
    return `${formatSignedPoints(lower, (places ?? 0) + 1)} to ${upper === null ? 'no limit' : formatSignedPoints(upper, (places ?? 0) + 1)}`;
  const formatEnd = (value: number): string =>
    formatValue({
      unit,
      value: unit === 'count' ? Math.round(value) : value,
      ...(places !== undefined && { places }),
    });
  return upper === null ? `${formatEnd(lower)} or more` : `${formatEnd(lower)} to ${formatEnd(upper)}`;
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
