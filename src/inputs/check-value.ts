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

/** Checks that a number suits its unit. `hint` says how the author can state that an unusual one is right. */
export function checkValue(
  { value, unit, isSigned, isConfirmed }: StatedValue,
  place: Place,
  hint: string,
): Problem[] {
  const isNegative = value < 0 && !isSigned;
  if (unit === 'percent' && !isConfirmed && (isNegative || (value > 100 && !isSigned)))
    return [
      makeError('value-fits', place, `${value} is not a percentage`, {
        expected: 'a number from 0 to 100',
        hint,
      }),
    ];
  if (unit === 'count' && (isNegative || !Number.isInteger(value)))
    return [
      makeError('value-fits', place, `${value} is not a count`, {
        expected: 'a whole number, 0 or more',
        hint: Number.isInteger(value) ? hint : 'If it is right, set unit: number.',
      }),
    ];
  return [];
}
