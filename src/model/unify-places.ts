import type { Figure } from './figure.js';
import { findMostPlaces } from './find-most-places.js';

/** Gives figures of one series the decimal places of the one that has most: 92.4 and 93.0. */
export function unifyPlaces(figures: readonly Figure[]): Figure[] {
  const places = findMostPlaces(figures);
  if (places === 0) return [...figures];
  return figures.map((figure) => (figure.value === null ? figure : { ...figure, places }));
}
