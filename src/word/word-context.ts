import type { Theme } from '../model/theme.js';
import type { Bookmarks } from './plan-bookmarks.js';
import type { Captions } from './numbers/plan-captions.js';
import type { Numbers } from './numbers/plan-numbers.js';
import type { Footnotes } from './plan-footnotes.js';
import type { Painted } from '../model/painted.js';

/** Everything that the parts of a Word document share. */
export interface WordContext {
  theme: Theme;
  bookmarks: Bookmarks;
  numbers: Numbers;
  captions: Captions;
  footnotes: Footnotes;
  /** The pictures of the document, by the anchor of their block. */
  pictures: ReadonlyMap<string, Painted>;
  /** Returns the next number that is unique in the document. */
  makeId: () => number;
}
