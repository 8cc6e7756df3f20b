import type { Figure } from '../model/figure.js';
import { countDecimals } from './count-decimals.js';

/** Finds half a unit of the last published place of a percentage, as a fraction. It is 0 for an unrounded figure. */
export function findHalfUnit(figure: Figure): number {
  return isRounded(figure) ? 10 ** -countDecimals(figure) / 200 : 0;
}

/** Returns true for a figure as published. A figure that the program computes is not rounded. */
export function isRounded({ formula }: Figure): boolean {
  return formula === undefined;
}
