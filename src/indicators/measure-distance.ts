import type { Figure } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { MeasureFields } from '../model/measure.js';
import { removeFloatNoise } from '../statistics/rounding.js';

/** Makes the figure of a value less its target. Without a value it has the reason of that, or `missingReason`. */
export function measureDistance(
  { id, label, unit, source }: MeasureFields,
  figure: Figure | null,
  target: Figure,
  missingReason: string,
): Figure {
  const value =
    figure?.value == null || target.value === null ? null : removeFloatNoise(figure.value - target.value);
  const parts = [...(figure ? [figure] : []), target];
  return {
    id: `${id}.target-distance`,
    label: `${label}: figure less its target`,
    value,
    unit: unit === 'percent' ? 'points' : unit,
    places: findMostPlaces(parts),
    isSigned: true,
    source: figure?.source ?? source,
    place: (figure ?? target).place,
    ...(target.period !== undefined && { period: target.period }),
    formula: parts.map((part) => part.id).join(' − '),
    inputs: parts,
    ...(value === null && { reason: figure?.reason ?? missingReason }),
  };
}
