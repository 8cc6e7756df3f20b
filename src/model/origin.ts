import type { Place } from './problem.js';

/** Where a piece of text comes from: it holds from its offset to the next one's. */
export interface Origin {
  offset: number;
  place: Place;
}

/** The place that the character at an offset comes from. The origins are in order of offset, and there is at least one. */
export function findPlace(origins: readonly Origin[], offset: number): Place {
  const origin = origins[findOriginIndex(origins, offset)];
  if (!origin) throw new Error('a text without an origin');
  return { ...origin.place, column: origin.place.column + Math.max(0, offset - origin.offset) };
}

/** The origins of the text from one offset to another, counted from the first. */
export function sliceOrigins(origins: readonly Origin[], from: number, to: number): Origin[] {
  const first = { offset: 0, place: findPlace(origins, from) };
  const rest = origins.filter(({ offset }) => offset > from && offset < to);
  return [first, ...rest.map(({ offset, place }) => ({ offset: offset - from, place }))];
}

function findOriginIndex(origins: readonly Origin[], offset: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((origins[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
