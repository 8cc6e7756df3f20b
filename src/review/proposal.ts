import type { Place } from '../model/problem.js';
import type { Figure } from '../model/figure.js';
import type { Passage } from './passage.js';
import type { Match } from './match-paragraphs.js';

/** A tracked change of a returned file, and the change of the author's text that it asks for. */
export interface Proposal {
  /** Counts from 1. */
  number: number;
  what: 'words' | 'paragraph added' | 'paragraph deleted' | 'paragraph moved';
  /** The label of the paragraph, or of the one that it follows. Null if it has none. */
  label: string | null;
  /** The name that a reader knows for the place: "paragraph 1.2". */
  name: string;
  /** The place in the author's text. Null if the paper has no such text. */
  place: Place | null;
  /** Null for a text that the paper does not have. */
  passage: Passage | null;
  /** Null for a text that the paper does not have. */
  matchedBy: Match['by'] | null;
  author: string;
  date: string | null;
  /** The unchanged words before and after, for the reader. */
  lead: string;
  tail: string;
  before: string;
  /** The new words, for the reader. */
  after: string;
  /** The new words as they are in the file. `PARAGRAPH_END` splits a paragraph. */
  inserted: string;
  decision: Decision;
}

export type Decision =
  /** `slot` is the changed stretch of the passage. Null if the change is of a whole paragraph. */
  | { state: 'ready'; slot: Slot | null; change: SourceChange }
  /** The text has the new words already. */
  | { state: 'applied' }
  /** The text has changed since the file was made. `now` is what stands there. */
  | { state: 'conflict'; now: string }
  | Refused;

/** A stretch of a passage's text. */
export interface Slot {
  from: number;
  to: number;
}

export interface Refused {
  state: 'refused';
  reason: string;
  hint: string;
  /** The figures that it touches, where they live. */
  figures: FigureAtHome[];
}

/** A printed figure with the place of its value in the data. */
export interface FigureAtHome {
  id: Figure['id'];
  prints: string;
  place: Place;
  /** The text at that place. Null if it cannot be read. */
  typed: string | null;
  formula: string | null;
}

/** A change of an author's file. Offsets count in the text of the file. */
export type SourceChange =
  | {
      kind: 'splice';
      file: string;
      /** Stretches to remove, in order. */
      cuts: { start: number; end: number }[];
      at: number;
      /** Markdown. `PARAGRAPH_END` splits a paragraph. */
      insert: string;
    }
  | { kind: 'delete-paragraph'; file: string; section: string; label: string }
  | { kind: 'add-paragraph'; file: string; section: string; after: string | null; text: string }
  | {
      kind: 'move-paragraph';
      file: string;
      section: string;
      label: string;
      toSection: string;
      after: string | null;
    };
