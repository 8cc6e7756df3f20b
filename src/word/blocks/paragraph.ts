import { Paragraph, Tab, TextRun, type FileChild } from 'docx';
import type { Paragraph as ParagraphBlock } from '../../model/blocks/paragraph.js';
import type { Inline } from '../../model/inline.js';
import { STYLES } from '../create-styles.js';
import { getNumbering } from '../numbers/get-numbering.js';
import { createRuns } from '../text/create-runs.js';
import { toHex } from '../text/to-hex.js';
import { wrapInBookmark } from '../text/wrap-in-bookmark.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';

/** Returns a paragraph. Word counts its number; a number that Word cannot count is typed. */
export function createParagraph(
  { number, anchor, content }: ParagraphBlock,
  context: WordContext,
): FileChild[] {
  const { theme, numbers, bookmarks, makeId } = context;
  const hang = toTwips(theme.text.hang);
  const isTyped = number !== null && !numbers.has(anchor);
  const typed = new TextRun({ children: [`${number ?? ''}.`, new Tab()], color: toHex(theme.colours.soft) });
  return [
    new Paragraph({
      style: STYLES.paragraph,
      ...getNumbering(anchor, context),
      ...(isTyped && { indent: { left: hang, hanging: hang } }),
      ...(endsWithColon(content) && { keepNext: true }),
      children: [
        ...(isTyped ? [typed] : []),
        ...wrapInBookmark(bookmarks.find(anchor), createRuns(content, context), makeId),
      ],
    }),
  ];
}

/** Returns true if a paragraph introduces the list or table after it. */
function endsWithColon(content: Inline[]): boolean {
  const last = content.at(-1);
  return last?.kind === 'text' && /:\s*$/.test(last.text);
}
