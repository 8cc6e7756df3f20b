import type { Figure } from './figure.js';
import type { Indicator } from './indicator.js';
import type { Period } from './period.js';

/** Finds the figure of one quarter in a measure's series. Returns undefined if the quarter has none. */
export function findFigure({ series }: Pick<Indicator, 'series'>, period: Period): Figure | undefined {
  return series.find((point) => point.period === period)?.figure;
}
