import type { Problem } from '../model/problem.js';

/** All that a preview's page shows besides the paper itself. It is sent whole at each change, so that no message can be missed. */
export interface PreviewState {
  title: string;
  /** The good paper that is shown: a number that grows with each one. Null before there is one. */
  paper: number | null;
  /** The paper that the PDF was set from; null before there is one. */
  pdf: number | null;
  /** What is being done: "reading", "typesetting the PDF"; null when all is done. */
  work: string | null;
  /** Whether the paper shown is what the files now say: an error stands in the way, or none. */
  current: boolean;
  problems: ShownProblem[];
  changes: Change[];
  /** How many blocks and lines of the header the last change took away. */
  removed: number;
  /** What went wrong that no author can mend; null where nothing did. */
  failure: string | null;
}

/** A problem with the line that it lies in. */
export interface ShownProblem extends Problem {
  lineText?: string;
}

/**
 * Where the paper differs from the good one before it: the nth block of a section, its heading where block is null. Section null is what
 * stands before the first: the nth of the lines there, in the order of the page.
 */
export interface Change {
  /** Counts sections and then appendices from 0. */
  section: number | null;
  block: number | null;
  kind: 'new' | 'changed' | 'moved';
}

/** What stands behind a printed figure, as rows to read. */
export interface FigureFacts {
  title: string;
  rows: { name: string; text: string }[];
}
