import type { Figure } from './figure.js';
import type { Indicator } from './indicator.js';
import type { Period } from './period.js';

/** Finds the figure of one period in a measure's series. Returns undefined if the period has none. */
export function findFigure({ series }: Pick<Indicator, 'series'>, period: Period): Figure | undefined {
  return series.find((point) => point.period === period)?.figure;
}
