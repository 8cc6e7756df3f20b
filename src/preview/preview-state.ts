import type { Problem } from '../model/problem.js';

/** Everything that the preview page shows besides the paper. It is sent as a whole at each change, so no message can be missed. */
export interface PreviewState {
  title: string;
  /** The number of the good paper on show, counted from 1. Null: there is none yet. */
  paper: number | null;
  /** The number of the paper that the PDF was typeset from. Null: there is none yet. */
  pdf: number | null;
  /** The work in progress: "reading", "typesetting the PDF". Null: none. */
  work: string | null;
  /** The paper on show matches the files. False while an error prevents that. */
  isCurrent: boolean;
  problems: ListedProblem[];
  changes: Change[];
  /** The number of blocks and header lines that the last change removed. */
  removed: number;
  /** The message of a failure that an author cannot fix. Null: none. */
  failure: string | null;
}

/** A problem with the text of its line. */
export interface ListedProblem extends Problem {
  lineText?: string;
}

/**
 * A difference from the last good paper: a block of a section, or the section's heading where `block` is null. Where `section` is
 * null, `block` counts the lines of the header in the order of the page.
 */
export interface Change {
  /** Counts sections, then appendices, from 0. */
  section: number | null;
  block: number | null;
  kind: 'new' | 'changed' | 'moved';
}

/** The rows of the dialog about a figure. */
export interface FigureFacts {
  title: string;
  rows: { name: string; text: string }[];
}
