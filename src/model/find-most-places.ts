import type { Figure } from './figure.js';

/** Finds the most decimal places of figures. A sum or difference of them is printed with so many. */
export function findMostPlaces(figures: readonly Figure[]): number {
  // A call cannot have 100,000 arguments.
  return figures.reduce((most, { places = 0 }) => Math.max(most, places), 0);
}
