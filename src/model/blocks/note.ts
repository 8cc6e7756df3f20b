import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

/** Unnumbered text between paragraphs: an assumption, a note on rounding, a warning. */
export interface Note {
  kind: 'note';
  content: Inline[];
  place: Place;
}

export function listNoteRuns(note: Note): Inline[][] {
  return [note.content];
}
