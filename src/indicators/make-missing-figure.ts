import type { Figure } from '../model/figure.js';
import type { MeasureFields } from '../model/measure.js';

/** Makes a figure without a value. Its reason reaches the page. */
export function makeMissingFigure({ id, label, unit, place, source }: MeasureFields, reason: string): Figure {
  return { id, label, value: null, unit, reason, place, source };
}
