import { toPercent } from '../format/numbers.js';
import type { Figure } from '../model/figure.js';

/** Counts the decimals with which a percentage was published: none for 64%, one for 64.5%. */
export function countDecimals({ value, places }: Pick<Figure, 'value' | 'places'>): number {
  if (places !== undefined) return places;
  return String(toPercent(value ?? 0)).split('.')[1]?.length ?? 0;
}
