import { formatValue } from '../format/figures.js';
import type { Point } from '../model/drawing.js';
import type { Figure } from '../model/figure.js';

/** Returns a figure as a point to plot. An interval without an upper end is not drawn. */
export function toPoint(figure: Figure): Point {
  const { value, interval, seriesBreak } = figure;
  const point: Point = {
    value,
    text: value === null ? '' : formatValue(figure),
    ...(seriesBreak !== undefined && { startsSeries: true }),
  };
  if (!interval || interval.upper === null) return point;
  return { ...point, interval: [interval.lower, interval.upper] };
}
