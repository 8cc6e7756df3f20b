import type { Figure } from '../../model/figure.js';
import { addWilsonInterval } from '../add-wilson-interval.js';
import { CONFIDENCE } from '../confidence.js';
import { readEvidence, toRankable, type Sampling } from './evidence.js';

/** Adds the interval of a percentage with a base, or of a rate with its events. */
export function addAreaInterval(figure: Figure, sampling: Sampling): Figure {
  const [evidence] = readEvidence([figure], sampling);
  if (evidence?.kind !== 'events') return addWilsonInterval(figure);
  return {
    ...figure,
    interval: { ...toRankable('', evidence, sampling).boundsAt(CONFIDENCE), confidence: CONFIDENCE },
  };
}
