import { Paragraph, type FileChild } from 'docx';
import type { Heading } from '../../model/blocks/heading.js';
import { getNumbering } from '../numbers/get-numbering.js';
import { createRuns } from '../text/create-runs.js';
import { wrapInBookmark } from '../text/wrap-in-bookmark.js';
import type { WordContext } from '../word-context.js';

/** A section's title is the first level of headings. */
const LEVELS = { 1: 'Heading2', 2: 'Heading3', 3: 'Heading4' } as const;

/** Returns a heading. Word counts its number, which is the first text of the content. */
export function createHeading({ level, anchor, content }: Heading, context: WordContext): FileChild[] {
  const words = context.numbers.has(anchor) ? content.slice(1) : content;
  const runs = createRuns(words, context);
  return [
    new Paragraph({
      heading: LEVELS[level],
      ...getNumbering(anchor, context),
      children: wrapInBookmark(context.bookmarks.find(anchor), runs, context.makeId),
    }),
  ];
}
