import { makeError, type Place, type Problem } from '../model/problem.js';
import type { Unit } from '../model/unit.js';

/** A number as published, and what its author says of it. */
interface StatedValue {
  value: number;
  unit: Unit;
  isSigned: boolean;
  /** True if the author confirms that an unusual value is right. */
  isConfirmed: boolean;
}

/** The ways in which the author can state that an unusual number is right. */
interface Hints {
  /** For a number below or above the usual ones. */
  unusual: string;
  /** For a count that is not whole. */
  fraction: string;
}

/** Checks that a number suits its unit. */
export function checkValue(
  { value, unit, isSigned, isConfirmed }: StatedValue,
  place: Place,
  hints: Hints,
): Problem[] {
  const isNegative = value < 0 && !isSigned;
  if (unit === 'percent' && !isConfirmed && (isNegative || (value > 100 && !isSigned)))
    return [
      makeError('value-fits', place, `${value} is not a percentage`, {
        expected: 'a number from 0 to 100',
        hint: hints.unusual,
      }),
    ];
  if (unit === 'count' && (isNegative || !Number.isInteger(value)))
    return [
      makeError('value-fits', place, `${value} is not a count`, {
        expected: 'a whole number, 0 or more',
        hint: Number.isInteger(value) ? hints.unusual : hints.fraction,
      }),
    ];
  if (unit === 'year' && !/^[1-9]\d{3}$/.test(String(value)))
    return [
      makeError('value-fits', place, `${value} is not a year`, {
        expected: 'a year in four digits, such as 2025',
      }),
    ];
  return [];
}
