import type { Place } from './problem.js';

/** A paragraph or list item that was carried over from an earlier paper and needs the author's review. */
export interface Unreviewed {
  name: string;
  /** The place of the text. */
  place: Place;
  /** The place of its entry in the file's `unreviewed` list. */
  listPlace: Place;
}
