import type { Figure } from '../model/figure.js';
import { countPlaces, toPublishedValue } from '../model/published-value.js';

/** Counts the decimals with which a percentage was published: none for 64%, one for 64.5%. */
export function countDecimals({ value, places }: Pick<Figure, 'value' | 'places'>): number {
  return places ?? countPlaces(toPublishedValue(value ?? 0, 'percent'));
}
