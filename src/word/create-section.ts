import { Paragraph, type FileChild } from 'docx';
import type { Section } from '../model/section.js';
import { formatSectionLabel } from '../model/section.js';
import { getNumbering } from './numbers/get-numbering.js';
import { renderBlock } from './render-block.js';
import { createTextRun } from './text/create-text-run.js';
import { wrapInBookmark } from './text/wrap-in-bookmark.js';
import type { WordContext } from './word-context.js';

/** Returns a section's heading and blocks. */
export function createSection(
  section: Section,
  { isAppendix, isOnNewPage }: { isAppendix: boolean; isOnNewPage: boolean },
  context: WordContext,
): FileChild[] {
  const { anchor, title } = section;
  const { numbers, bookmarks, makeId } = context;
  const label = numbers.has(anchor) ? '' : formatSectionLabel(section, isAppendix);
  return [
    new Paragraph({
      heading: 'Heading1',
      ...(isOnNewPage && { pageBreakBefore: true }),
      ...getNumbering(anchor, context),
      children: wrapInBookmark(bookmarks.find(anchor), [createTextRun(`${label}${title}`)], makeId),
    }),
    ...section.blocks.flatMap((block) => renderBlock(block, context)),
  ];
}
