import type { Figure } from '../model/figure.js';
import type { Measure } from '../model/inputs.js';
import { quarterLabel, type Quarter } from '../model/quarter.js';

/** Stands where a figure is not on file, and says so all the way to the page. */
export function missingFigure(measure: Measure, quarter: Quarter | undefined): Figure {
  return {
    id: measure.id,
    label: measure.label,
    value: null,
    unit: measure.unit,
    reason: quarter ? `not published for ${quarterLabel(quarter)}` : 'not published',
    place: measure.place,
    source: measure.source,
  };
}
