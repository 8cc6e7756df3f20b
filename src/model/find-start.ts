import type { Inline } from './inline.js';
import type { Place } from './problem.js';

/** Finds the place of the first characters of a text. Undefined if the program adds them. */
export function findStart([first]: readonly Inline[]): Place | undefined {
  return first?.kind === 'text' ? first.origins?.[0]?.place : undefined;
}
