import { FootnoteReferenceRun, type ParagraphChild } from 'docx';
import type { Inline } from '../../model/inline.js';
import type { OfKind } from '../../model/of-kind.js';
import type { WordContext } from '../word-context.js';
import { makeElement, type WordElement } from '../element.js';
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
  const footnote = footnotes.get(target);
  const raised = createTextRun(number, { ...look, superScript: true });
  if (isFirst && footnote) {
    const { id, typed } = footnote;
    const mark = typed === null ? new FootnoteReferenceRun(id) : createTypedMark(id, typed);
    return wrapInBookmark(bookmark, [mark], makeId);
  }
  return bookmark === null ? [raised] : createField(`NOTEREF ${bookmark} \\f \\h`, [raised]);
}

/** Returns a mark whose number is typed. */
function createTypedMark(id: number, number: string): WordElement {
  return makeElement('w:r', {}, [
    makeElement('w:rPr', {}, [makeElement('w:rStyle', { 'w:val': 'FootnoteReference' })]),
    makeElement('w:footnoteReference', { 'w:customMarkFollows': 1, 'w:id': id }),
    makeElement('w:t', {}, [number]),
  ]);
}
