import { toPercent } from '../format/numbers.js';
import type { Unit } from './figure.js';

/** Converts a published number to the value of a figure: percentages and points become fractions. */
export function toFigureValue(published: number, unit: Unit): number {
  return isFraction(unit) ? published / 100 : published;
}

/** Converts the value of a figure to the number that was published. */
export function toPublishedValue(value: number, unit: Unit): number {
  return isFraction(unit) ? toPercent(value) : value;
}

/** Counts the decimal places of a number as typed: 2 for 5.25. */
export function countPlaces(published: number): number {
  return /^-?\d+\.(\d+)$/.exec(String(published))?.[1]?.length ?? 0;
}

function isFraction(unit: Unit): boolean {
  return unit === 'percent' || unit === 'points';
}
