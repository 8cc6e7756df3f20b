import type { Figure } from '../model/figure.js';
import { explainBreak } from './explain-break.js';

/** Makes the sum of counts from before and after a break. It has no value: they cannot be added up. */
export function makeMixture(broken: Figure): Figure {
  const { seriesBreak = '' } = broken;
  return {
    ...broken,
    value: null,
    reason: `earlier counts of the same time are ${explainBreak(seriesBreak)}`,
  };
}

/** Returns a figure without its break. The sum of several counts has that of its first count among its inputs. */
export function omitBreak(figure: Figure): Figure {
  const details = { ...figure };
  delete details.seriesBreak;
  return details;
}
