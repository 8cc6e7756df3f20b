import type { Figure } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { MeasureFields } from '../model/measure.js';
import { removeFloatNoise } from '../statistics/rounding.js';

/** Makes the figure of a value less its target. It has no value if the first has none. */
export function measureDistance(
  { id, label, unit, source }: MeasureFields,
  estimate: Figure | null,
  target: Figure,
): Figure {
  const value =
    estimate?.value == null || target.value === null ? null : removeFloatNoise(estimate.value - target.value);
  const parts = [...(estimate ? [estimate] : []), target];
  return {
    id: `${id}.target-distance`,
    label: `${label}: figure less its target`,
    value,
    unit: unit === 'percent' ? 'points' : unit,
    places: findMostPlaces(parts),
    isSigned: true,
    source: estimate?.source ?? source,
    place: (estimate ?? target).place,
    ...(target.period !== undefined && { period: target.period }),
    formula: parts.map((part) => part.id).join(' − '),
    inputs: parts,
    ...(value === null && { reason: estimate?.reason ?? 'the year cannot be projected' }),
  };
}
