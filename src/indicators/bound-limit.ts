import type { Figure } from '../model/figure.js';
import type { MeasureFields } from '../model/measure.js';

/** The values that a measure can have, in the unit of its figures. */
export interface Bounds {
  least: number;
  most: number;
}

/**
 * Finds the least and the greatest value that the months of a measure can have. Nothing falls below 0, and no percentage rises
 * above 100%, unless the measure is signed or a month shows otherwise.
 */
export function findBounds({ unit, isSigned }: MeasureFields, months: readonly Figure[]): Bounds {
  if (isSigned === true) return { least: -Infinity, most: Infinity };
  const values = months.flatMap(({ value }) => value ?? []);
  return {
    least: values.some((value) => value < 0) ? -Infinity : 0,
    most: unit === 'percent' && values.every((value) => value <= 1) ? 1 : Infinity,
  };
}

/** A limit within the bounds of its measure. */
interface BoundedLimit {
  value: number | null;
  /** True if the computed limit lies outside the bounds. */
  isCut: boolean;
}

/** Moves a limit to the bound that it lies outside. */
export function boundLimit(limit: number | null, { least, most }: Bounds): BoundedLimit {
  if (limit === null) return { value: null, isCut: false };
  const value = Math.min(most, Math.max(least, limit));
  // A mean of equal months can differ from them by rounding.
  return { value, isCut: Math.abs(value - limit) > 1e-9 };
}
