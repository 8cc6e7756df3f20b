import { formatNumber, formatPercent, formatPoints, formatSignedPoints, toPercent } from './numbers.js';
import { findPence, formatLargeSum, formatPounds } from './pounds.js';
import { CONFIDENTIAL } from '../model/disclosure.js';
import { EXEMPT, EXEMPT_SYMBOL } from '../model/exemption.js';
import { findEnds, TO_COME, type Figure } from '../model/figure.js';
import { countPlaces, toPublishedValue } from '../model/published-value.js';
import { parseUnit, type UnitParts } from '../model/unit.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import { sum } from '../statistics/sum.js';
import { wordReason } from './word-reason.js';

/**
 * Formats a figure for a sentence, with its qualifier, its margin and its note: "approximately 21,000", "49% (±2)". A gap that is
 * negative names the group with the higher result. Gives the reason if there is no value.
 */
export function formatFigure(figure: Figure): string {
  const number = figure.groups ? formatGap(figure, figure.groups) : formatInWords(figure);
  if (figure.value === null) return number;
  const qualified = figure.qualifier ? `${figure.qualifier} ${number}` : number;
  const remarks = [formatMargin(figure), figure.note].filter((remark) => typeof remark === 'string');
  return remarks.length > 0 ? `${qualified} (${remarks.join('; ')})` : qualified;
}

/** Formats the margin that a source publishes: "±2". Returns null if it publishes none. */
export function formatMargin({ margin, unit, places }: Figure): string | null {
  if (margin === undefined) return null;
  const published = toPublishedValue(margin, unit);
  return `±${formatNumber(published, Math.max(places ?? 0, countPlaces(published)))}`;
}

/** Formats a gap by its size: "3 percentage points"; if it is negative, "3 percentage points (higher for the others)". */
function formatGap(figure: Figure, { other }: NonNullable<Figure['groups']>): string {
  if (figure.value === null) return formatValue(figure);
  const size = formatPoints(Math.abs(figure.value), figure.places);
  return figure.value < 0 && /[1-9]/.test(size) ? `${size} (higher for ${other})` : size;
}

export type PrintedValue = Pick<Figure, 'value' | 'unit' | 'reason' | 'places' | 'isSigned'>;

/**
 * Formats a figure for tables and charts: the number with its unit. It has the decimal places that the author typed. Other
 * percentages and points are whole, and other rates have two places.
 */
export function formatValue(printed: PrintedValue): string {
  const { value, unit, reason, places } = printed;
  if (value === null) return formatMissing(reason);
  const parts = parseUnit(unit);
  switch (parts.kind) {
    case 'percent':
      return addSign(printed, formatPercent(value, places));
    case 'points':
      return addSign(printed, formatPoints(value, places));
    case 'pounds':
      return addSign(printed, formatPounds(value, parts.magnitude, places));
    case 'year':
      return String(value);
    case 'ratio':
    case 'rate':
    case 'count':
    case 'number':
      return formatBareValue(printed);
    case 'noun':
      return formatWithNoun(formatBareValue(printed), parts);
    default:
      return parts satisfies never;
  }
}

/** Formats a figure's number without the sign or the words of its unit, for a column whose heading has them. */
export function formatBareValue(printed: PrintedValue): string {
  const { value, unit, reason, places } = printed;
  if (value === null) return formatMissing(reason);
  const parts = parseUnit(unit);
  switch (parts.kind) {
    case 'percent':
    case 'points':
      return addSign(printed, formatNumber(toPercent(value), places));
    case 'pounds':
      return addSign(printed, formatNumber(value, findPence(places, parts.magnitude)));
    case 'year':
      return String(value);
    case 'ratio':
    case 'rate':
      return addSign(printed, formatNumber(value, places ?? 2));
    case 'count':
    case 'number':
    case 'noun':
      return addSign(
        printed,
        formatNumber(value, places ?? (Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1)),
      );
    default:
      return parts satisfies never;
  }
}

/** Formats a figure for a sentence: "£1.25 million" for 1,250 thousand pounds, "5.3 per 1,000". Other units as in tables. */
export function formatInWords(printed: PrintedValue): string {
  const { value, unit } = printed;
  if (value === null) return formatValue(printed);
  const parts = parseUnit(unit);
  if (parts.kind === 'rate')
    return `${formatBareValue(printed)} per ${formatNumber(parts.per, countPlaces(parts.per))}`;
  if (parts.kind !== 'pounds' || parts.magnitude === null) return formatValue(printed);
  return addSign(printed, formatLargeSum(value, parts.magnitude, printed.places));
}

/** Puts the noun after a number, with a space that does not break: "1 tonne", "3.5 tonnes". */
function formatWithNoun(number: string, { singular, plural }: Extract<UnitParts, { kind: 'noun' }>): string {
  return `${number}\u00a0${/^[+−]?1$/.test(number) ? singular : plural}`;
}

/** Puts a plus before a positive value whose sign is printed. */
function addSign({ value, isSigned }: PrintedValue, text: string): string {
  return isSigned === true && value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Formats a figure's value without rounding: "63.8%", "0.4 percentage points". */
export function formatExactValue(figure: Figure): string {
  const { value, unit } = figure;
  if (value === null) return formatValue(figure);
  if (unit === 'percent') return `${toPercent(value)}%`;
  if (unit === 'points') return formatPoints(value, countPlaces(toPercent(value)));
  const exact = String(removeFloatNoise(value));
  const parts = parseUnit(unit);
  if (parts.kind === 'rate') return `${exact} per ${parts.per}`;
  if (parts.kind === 'noun') return formatWithNoun(exact, parts);
  if (parts.kind !== 'pounds') return exact;
  const sum = `${value < 0 ? '−' : ''}£${exact.replace('-', '')}`;
  return parts.magnitude === null ? sum : `${sum} ${parts.magnitude}`;
}

/** The reasons that replace a number without further words. */
const PLAIN_REASONS: readonly string[] = [TO_COME, 'not available', 'not applicable', 'rounds to zero'];

/**
 * Formats the replacement of a missing number: "[to come]", "[not shown]", "[not available: the survey was not held]". Because of the
 * brackets it can replace a number anywhere.
 */
export function formatMissing(reason: string | undefined): string {
  if (reason !== undefined && PLAIN_REASONS.includes(reason)) return `[${reason}]`;
  if (reason === CONFIDENTIAL) return `[${wordReason(reason)}]`;
  if (reason === EXEMPT) return EXEMPT_SYMBOL;
  return `[not available${reason ? `: ${reason}` : ''}]`;
}

/** Formats the line that replaces a table or chart without figures. */
export function formatMissingNotice(reason: string): string {
  if (reason === CONFIDENTIAL) return 'Not shown, so that no person can be identified';
  if (reason === EXEMPT) return 'Not published: exempt information';
  return reason === TO_COME ? 'Figures to come' : `Not available: ${reason}`;
}

/**
 * Formats an interval in the unit of its figure: "63% to 65%". The ends of a difference have one place more: "+0.1 to +1.9".
 * Its own places would not show on which side of zero an end is. Returns null if the figure has no interval.
 */
export function formatInterval(figure: Figure): string | null {
  const ends = findEnds(figure);
  if (!ends) return null;
  const { lower, upper } = ends;
  const { unit, places } = figure;
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
    formatBareValue(figure)
      .replace('−', '-')
      .replace(/[^\d.-]/g, ''),
  );
}
