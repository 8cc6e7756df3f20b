import type { Place } from '../../model/problem.js';
import type { ListedProblem } from '../preview-state.js';

/** The messages about edits between the page and the server of a preview. Each request is the body of a POST. */

/** A text that is open in an editor. */
export interface OpenEdit {
  /** The permission to write once. Each answer to a write that did not write has a new one. */
  ticket: string;
  /** "Paragraph furniture", "Figure benches". */
  name: string;
  /** The words above the field: "Markdown, with figures as {{…}}". */
  label: string;
  /** The kind of field: of many lines, or of one. */
  field: 'text' | 'line';
  text: string;
  place: Place;
  /** A remark on what a change does: "Every paper of this kind has this text." */
  note: string | null;
  /** Null for a text that is not a paragraph of the paper. */
  paragraph: ParagraphFacts | null;
  /** The row of a data set that it is in. Null for any other text. */
  row: RowFacts | null;
}

/** The facts that an author needs before adding or deleting a row. */
export interface RowFacts {
  /** Null for a row that cannot be deleted: that of the headings, or an empty one. */
  name: string | null;
  columns: string[];
  /** The texts of its cells by column, without empty ones. */
  values: Record<string, string>;
}

/** The facts that an author needs before moving or deleting a paragraph. */
export interface ParagraphFacts {
  label: string;
  canMoveUp: boolean;
  canMoveDown: boolean;
  /** The places that cite it, in words with their places. */
  citations: { words: string; place: Place }[];
  /** The labels that a new paragraph cannot have. */
  labels: string[];
}

export type OpenAnswer =
  | { kind: 'open'; edit: OpenEdit }
  /** Nothing there can be edited in the preview. */
  | { kind: 'elsewhere'; words: string; place: Place | null };

/** The problems that the paper would have. */
export interface DraftProblems {
  /** Those of the text itself. */
  here: ListedProblem[];
  /** Those in other places that the paper does not have now. */
  elsewhere: ListedProblem[];
}

export type CheckAnswer = ({ kind: 'checked' } & DraftProblems) | StaleAnswer;

export type SaveAnswer =
  | { kind: 'saved'; words: string }
  /** New errors: the author decides whether to save all the same. */
  | ({ kind: 'errors'; ticket: string } & DraftProblems)
  /** Another program has changed the text. */
  | { kind: 'conflict'; ticket: string; theirs: string; place: Place }
  /** Nothing was written, for a reason that a new ticket does not change. */
  | { kind: 'refused'; ticket: string; words: string; place: Place | null }
  | StaleAnswer;

/** The ticket is used or unknown: the request was sent twice, or comes from an earlier preview. */
interface StaleAnswer {
  kind: 'stale';
}

/** The places of texts that the paper's page does not state. */
export interface TextPlaces {
  /** By the position of the line in the header. Null if nothing can be edited there. */
  header: (Place | null)[];
  /** The places of titles of sections and then appendices, in their order. */
  sections: (Place | null)[];
  /** The places of the words in the rows of tables, by the anchor of the table. Null for figures and the program's own words. */
  cells: Record<string, (Place | null)[][]>;
  /** The places of titles of tables and drawings, by the place of their definition: `file:line:column`. */
  titles: Record<string, Place>;
  /** The places of subtitles of charts, by the place of their definition. */
  subtitles: Record<string, Place>;
  /** The places of the author's notes below tables and drawings, which follow the program's own, by the place of their definition. */
  notes: Record<string, Place[]>;
}
