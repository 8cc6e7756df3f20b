import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

/**
 * The text of a footnote. It follows the block that cites it first, with that block's lists. The PDF prints it at the foot of
 * the page, and the HTML page at the end of the section.
 */
export interface Footnote {
  kind: 'footnote';
  /** "1". Footnotes are numbered through the paper. */
  number: string;
  anchor: string;
  content: Inline[];
  place: Place;
}

export function listFootnoteRuns(footnote: Footnote): Inline[][] {
  return [footnote.content];
}
