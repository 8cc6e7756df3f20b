import { Paragraph, type FileChild } from 'docx';
import type { Note } from '../../model/blocks/note.js';
import type { Inline } from '../../model/inline.js';
import { makeNoteAnchor } from '../../model/make-note-anchor.js';
import { STYLES } from '../create-styles.js';
import { createRuns } from '../text/create-runs.js';
import { wrapInBookmark } from '../text/wrap-in-bookmark.js';
import type { WordContext } from '../word-context.js';

export function createNote({ content }: Note, context: WordContext): FileChild[] {
  return [new Paragraph({ style: STYLES.note, children: createRuns(content, context) })];
}

/** Returns the notes under a table or drawing. Marks in its cells lead to them. */
export function createNotes(block: { anchor: string; notes: Inline[][] }, context: WordContext): Paragraph[] {
  return block.notes.map((note, index) => {
    const bookmark = context.bookmarks.find(makeNoteAnchor(block, index + 1));
    return new Paragraph({
      style: STYLES.tableNote,
      keepNext: index < block.notes.length - 1,
      children: wrapInBookmark(bookmark, createRuns(note, context), context.makeId),
    });
  });
}
