import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

export interface Paragraph {
  kind: 'paragraph';
  /** "12" or "1.2". Null if paragraphs are not numbered. */
  number: string | null;
  anchor: string;
  content: Inline[];
  place: Place;
}

export function listParagraphRuns(paragraph: Paragraph): Inline[][] {
  return [paragraph.content];
}
