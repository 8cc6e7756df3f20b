import { toPercent } from '../format/numbers.js';
import { isFraction, type Unit } from './unit.js';

/** Converts a published number to the value of a figure: percentages and points become fractions. */
export function toFigureValue(published: number, unit: Unit): number {
  return isFraction(unit) ? published / 100 : published;
}

/** Converts the value of a figure to the number that was published. */
export function toPublishedValue(value: number, unit: Unit): number {
  return isFraction(unit) ? toPercent(value) : value;
}

/** Counts the decimal places of a number: 2 for 5.25. */
export function countPlaces(published: number): number {
  return countTypedPlaces(String(published)) ?? 0;
}

/** Counts the decimal places of a number as typed: 2 for "15.90". Returns null if the text is no plain number. */
export function countTypedPlaces(typed: string): number | null {
  const match = /^[+-]?\d*(?:\.(?<fraction>\d*))?$/.exec(typed.trim());
  return match && (match.groups?.['fraction']?.length ?? 0);
}
