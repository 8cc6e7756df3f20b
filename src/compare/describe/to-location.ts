import type { Location } from './comparison.js';

/** Returns the location of a section or block. Null if the version does not have it. */
export function toLocation(part: Location | null): Location | null {
  return part && { anchor: part.anchor, number: part.number };
}
