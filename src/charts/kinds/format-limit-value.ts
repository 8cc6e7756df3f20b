import { formatValue, type PrintedValue } from '../../format/figures.js';
import type { Figure } from '../../model/figure.js';
import { toPublishedValue } from '../../model/published-value.js';

/**
 * Formats a mean or a limit with decimals, which tell a count of 441 from a limit of 441.1. `format` writes the number: by
 * default as tables do.
 */
export function formatLimitValue(
  figure: Figure,
  format: (printed: PrintedValue) => string = formatValue,
): string {
  const { value, unit, places = 0 } = figure;
  if (value === null) return format(figure);
  const published = toPublishedValue(value, unit);
  if (Number.isInteger(published)) return format(figure);
  return format({ ...figure, places: Math.max(places, choosePlaces(Math.abs(published))) });
}

function choosePlaces(size: number): number {
  if (size < 1) return 2;
  return size < 1000 ? 1 : 0;
}
