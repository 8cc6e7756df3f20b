import { formatValue } from '../../format/figures.js';
import type { Figure } from '../../model/figure.js';

/** Formats a mean or a limit with decimals, which tell a count of 441 from a limit of 441.1. */
export function formatLimitValue(figure: Figure): string {
  const { value, places = 0 } = figure;
  if (value === null || Number.isInteger(value)) return formatValue(figure);
  return formatValue({ ...figure, places: Math.max(places, choosePlaces(value)) });
}

function choosePlaces(value: number): number {
  if (value < 1) return 2;
  return value < 1000 ? 1 : 0;
}
