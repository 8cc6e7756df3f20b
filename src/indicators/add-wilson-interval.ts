import { NO_PART, type Figure } from '../model/figure.js';
import { wilson } from '../statistics/proportion.js';
import { CONFIDENCE } from './confidence.js';

/** Adds Wilson's interval to a percentage with a base. An unknown design effect counts as 1, and the figure says so. */
export function addWilsonInterval(figure: Figure): Figure {
  const { value, base, designEffect } = figure;
  if (value === null || base === undefined || figure.unit !== 'percent') return figure;
  return {
    ...figure,
    interval: { ...wilson(value, base / (designEffect ?? 1), CONFIDENCE), confidence: CONFIDENCE },
    ...(designEffect === undefined && { designKnownFor: NO_PART }),
  };
}
