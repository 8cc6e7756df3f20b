import type { Place } from './problem.js';

/** A piece of Markdown with Handlebars from an author's file. */
export interface Markup {
  text: string;
  /** The place of the first line. All lines have the same indent, so their columns are shifted by the same number. */
  place: Place;
}
