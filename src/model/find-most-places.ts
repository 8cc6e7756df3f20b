import type { Figure } from './figure.js';

/** Finds the most decimal places of figures. A sum or difference of them is printed with so many. */
export function findMostPlaces(figures: readonly Figure[]): number {
  return Math.max(0, ...figures.map(({ places = 0 }) => places));
}
