import type { Figure } from '../model/figure.js';
import type { MeasureFields } from '../model/measure.js';
import { makeMissingFigure } from './make-missing-figure.js';

/** Makes the part of a ratio's figure that comes from its numerator. */
export function makeRatioFigure(
  { id, label, unit }: MeasureFields,
  { period, span, window, place, source, assumed }: Figure,
): Omit<Figure, 'value'> {
  return {
    id,
    label,
    unit,
    place,
    source,
    ...(period !== undefined && { period }),
    ...(span !== undefined && { span }),
    ...(window !== undefined && { window }),
    ...(assumed !== undefined && { assumed }),
  };
}

/**
 * Makes a figure without a value, with the reason and place of the first input without a value. Returns null
 * if there is none.
 */
export function findMissingInput(measure: MeasureFields, inputs: readonly Figure[]): Figure | null {
  const missing = inputs.find(({ value }) => value === null);
  return missing
    ? { ...makeMissingFigure(measure, missing.reason ?? 'not published'), place: missing.place }
    : null;
}
