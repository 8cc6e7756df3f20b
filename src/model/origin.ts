import type { Place } from './problem.js';

/** The source of a piece of text. It applies from its offset to the offset of the next origin. */
export interface Origin {
  offset: number;
  place: Place;
}

/** Finds the place of the character at an offset. `origins` are in order of offset; an empty list throws an error. */
export function findPlace(origins: readonly Origin[], offset: number): Place {
  const origin = origins[findOriginIndex(origins, offset)];
  if (!origin) throw new Error('a text has no origin');
  return { ...origin.place, column: origin.place.column + Math.max(0, offset - origin.offset) };
}

/** Returns the origins of the text between two offsets. Their offsets count from the first of the two. */
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
