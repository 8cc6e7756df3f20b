import { FootnoteReferenceRun, type ParagraphChild } from 'docx';
import type { Inline } from '../../model/inline.js';
import type { OfKind } from '../../model/of-kind.js';
import type { WordContext } from '../word-context.js';
import { createField } from './create-field.js';
import { createTextRun } from './create-text-run.js';
import type { RunLook } from './run-look.js';
import { wrapInBookmark } from './wrap-in-bookmark.js';

/** Returns the raised number of a footnote. A second mark of the same footnote is a field that repeats the first one's number. */
export function createFootnoteMark(
  { number, target, isFirst }: OfKind<Inline, 'footnote'>,
  look: RunLook,
  { bookmarks, footnotes, makeId }: WordContext,
): ParagraphChild[] {
  const bookmark = bookmarks.findMark(target);
  const id = footnotes.get(target);
  const typed = createTextRun(number, { ...look, superScript: true });
  if (isFirst && id !== undefined) return wrapInBookmark(bookmark, [new FootnoteReferenceRun(id)], makeId);
  return bookmark === null ? [typed] : createField(`NOTEREF ${bookmark} \\f \\h`, [typed]);
}
