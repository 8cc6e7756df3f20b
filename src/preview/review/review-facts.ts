import type { Place } from '../../model/problem.js';

/** The review of a returned Word file, as the page shows it. */
export interface ReviewFacts {
  changes: ReviewedChange[];
  /** The comments on paragraphs without a change. */
  comments: ReviewedComment[];
}

export interface ReviewedChange {
  /** Counts from 1. */
  number: number;
  what: 'words' | 'paragraph added' | 'paragraph deleted' | 'paragraph moved';
  /** The label of the paragraph, or of the one that it follows. Null if it has none. */
  label: string | null;
  /** "paragraph 1.2". */
  name: string;
  /** The place in the author's text. Null if the paper has no such text. */
  place: Place | null;
  /** The words around the change that stay. */
  lead: string;
  tail: string;
  before: string;
  after: string;
  /** "Ana Marsh, 2 March 2026, 10:15". */
  by: string;
  decision: ShownDecision;
  /** True if the bookmark is lost, so that the place can be wrong. */
  isFoundByWords: boolean;
  /** The place of the block of the paper's page that it is about. Null for a text that the paper does not have. */
  block: Place | null;
  /** The comments on the same paragraph. The first of several changes has them. */
  comments: ReviewedComment[];
  /** The permission to write the change once. Null if it cannot be accepted, or has been. */
  ticket: string | null;
}

/** A decision without the edit, which stays with the server. */
type ShownDecision =
  | { state: 'ready' | 'applied' }
  /** The text has changed since the file was made. `now` is what stands there. */
  | { state: 'conflict'; now: string }
  /** `figures` are the places of the figures that the change touches. */
  | { state: 'refused'; reason: string; hint: string; figures: Place[] };

export interface ReviewedComment {
  /** As that of a change. */
  by: string;
  text: string;
  /** The words that it is about. */
  about: string;
  isResolved: boolean;
  /** True for an answer to the comment before it. */
  isAnswer: boolean;
  name: string;
  place: Place | null;
}

/** The answer to accepted changes. */
export type AcceptAnswer =
  | { kind: 'saved'; words: string }
  /** At least one change was not written. The review has new tickets. */
  | { kind: 'refused'; reasons: string[] }
  /** A ticket is used or unknown, or the paper was built again after the list was made. */
  | { kind: 'stale' };
