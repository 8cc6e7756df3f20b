import type { Measure } from '../../model/measure.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { checkValue } from '../check-value.js';
import type { RawFigure } from './build-figure.js';

const HINTS = {
  unusual: 'If the measure may have such values, set signed: true for it in data/measures.yaml.',
  fraction: 'If it is right, set unit: number for the measure in data/measures.yaml.',
};

function explainConfirming(value: number): string {
  return `If it is right, as for a fill rate, confirm it: { value: ${value}, confirmed: true }`;
}

/** Checks that a number suits the unit of its measure. It is not negative unless the measure is signed. */
export function checkMeasureValue(
  { unit, isSigned = false }: Measure,
  raw: RawFigure,
  place: Place,
): Problem[] {
  const { value, confirmed } =
    typeof raw === 'object' && raw !== null ? raw : { value: raw, confirmed: false };
  if (value === null) return [];
  const hints = unit === 'percent' && value > 100 ? { ...HINTS, unusual: explainConfirming(value) } : HINTS;
  const misfits = checkValue({ value, unit, isSigned, isConfirmed: confirmed === true }, place, hints);
  if (misfits.length > 0 || isSigned || value >= 0) return misfits;
  return [
    makeError('value-fits', place, `${value} is below zero`, {
      expected: 'a number, 0 or more',
      hint: HINTS.unusual,
    }),
  ];
}
