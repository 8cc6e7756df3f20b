import { toPercent } from '../format/numbers.js';
import type { Figure } from '../model/figure.js';

/** Counts the decimals with which a percentage was published: none for 64%, one for 64.5%. */
export function countDecimals({ value }: Pick<Figure, 'value'>): number {
  return String(toPercent(value ?? 0)).split('.')[1]?.length ?? 0;
}
