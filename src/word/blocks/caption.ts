import { Paragraph, type ParagraphChild } from 'docx';
import type { Inline } from '../../model/inline.js';
import { createField } from '../text/create-field.js';
import { createRuns } from '../text/create-runs.js';
import type { RunLook } from '../text/run-look.js';
import { createTextRun } from '../text/create-text-run.js';
import { toHex } from '../text/to-hex.js';
import { wrapInBookmark } from '../text/wrap-in-bookmark.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';

interface Captioned {
  anchor: string;
  number: string | null;
  title: Inline[];
}

/** Returns "Table 1. Title", whose number is a field. `above` is the space over it, in points. */
export function createCaption(block: Captioned, above: number, context: WordContext): Paragraph {
  const { anchor, title } = block;
  const children = [...createNumber(block, context), ...createRuns(title, context)];
  return new Paragraph({
    style: 'Caption',
    spacing: { before: toTwips(Math.max(0, above)) },
    children: wrapInBookmark(context.bookmarks.find(anchor), children, context.makeId),
  });
}

function createNumber({ anchor, number }: Captioned, context: WordContext): ParagraphChild[] {
  if (number === null) return [];
  const { captions, bookmarks, theme, makeId } = context;
  const look: RunLook = { color: toHex(theme.colours.accent) };
  const caption = captions.get(anchor);
  const label = caption
    ? [
        createTextRun(caption.word, look),
        ...createField(caption.instruction, [createTextRun(String(caption.count), look)]),
        ...(caption.letter === '' ? [] : [createTextRun(caption.letter, look)]),
      ]
    : [createTextRun(number, look)];
  return [...wrapInBookmark(bookmarks.findNumber(anchor), label, makeId), createTextRun('. ', look)];
}
