import type { FiguresToCome } from '../model/group-figures-to-come.js';
import type { Place, Problem } from '../model/problem.js';

/** The state that the preview page shows besides the paper. It is sent whole at each change, so a browser cannot miss a part. */
export interface PreviewState {
  title: string;
  /** The number of the good paper on show, counted from 1. Null if there is none yet. */
  paper: number | null;
  /** The number of the paper that the PDF was typeset from. Null if there is none yet. */
  pdf: number | null;
  /** The work in progress: "reading", "typesetting the PDF". Null if there is none. */
  work: string | null;
  /** True if the paper on show matches the files. False while an error prevents that. */
  isCurrent: boolean;
  problems: ListedProblem[];
  /** The number of the paper that `changes` and `removed` describe. It is lower while they are being found. */
  compared: number | null;
  changes: Change[];
  /** The number of blocks and header lines that the last change removed. */
  removed: number;
  /** The printed figures of the paper on show that are still to come. */
  toCome: FiguresToCome[];
  /** Counts the reviews of the returned file: there is one for each good paper. Null without such a file, and before the first. */
  review: number | null;
  /** The message of a failure that an author cannot fix. Null if there is none. */
  failure: string | null;
  /** The edits that can be taken back or made again. Null if the preview only reads. */
  edits: EditHistory | null;
}

/** The history of this preview's edits, in words. A ticket is for one step. */
export interface EditHistory {
  undo: HistoryStep | null;
  redo: HistoryStep | null;
}

interface HistoryStep {
  ticket: string;
  /** "Paragraph furniture". */
  words: string;
}

/** A problem with the text of its line. */
export interface ListedProblem extends Problem {
  lineText?: string;
}

/**
 * A difference from the last good paper: a block of a section, or the section's heading if `block` is null. If `section` is null,
 * `block` counts the lines of the header in the order of the page.
 */
export interface Change {
  /** Counts sections, then appendices, from 0. */
  section: number | null;
  block: number | null;
  kind: 'new' | 'changed' | 'moved';
  /** The changes of whole sentences: "lost a sentence". Empty if there are none. */
  sentences: string[];
}

/** A changed text in pieces. The words of `removed` stood before those of `text`. */
export type ChangedText = { text: string; isAdded: boolean; removed: string }[];

/** The rows of the dialog about a figure. `places` are those that the text names. */
export interface FigureFacts {
  title: string;
  rows: { name: string; text: string; places?: Place[] }[];
  /** The places where an author can change the figure: its own, or those of its inputs. Empty if the preview only reads. */
  editable: { words: string; place: Place }[];
  isComputed: boolean;
}

/**
 * The way to open a file at its line: a link to an editor's own address, a command that the server starts, or nothing, so that the page
 * copies the place instead.
 */
export type EditorChoice =
  | {
      kind: 'link';
      name: string;
      /** The start of an address, up to the path in the project. */
      prefix: string;
    }
  | { kind: 'command'; name: string }
  | { kind: 'copy' };
