import { formatValue } from '../format/figures.js';
import type { Point } from '../model/drawing.js';
import type { Figure } from '../model/figure.js';

/** Returns a figure as a point to plot. An interval without an upper end is not drawn. */
export function toPoint(figure: Figure): Point {
  const { value, interval } = figure;
  const text = value === null ? '' : formatValue(figure);
  if (!interval || interval.upper === null) return { value, text };
  return { value, text, interval: [interval.lower, interval.upper] };
}
