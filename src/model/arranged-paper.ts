import type { Block } from './blocks/block.js';
import type { Table } from './blocks/table.js';
import type { Document } from './document.js';
import type { Place } from './problem.js';

/** A paper that was written without this program, in sections and blocks. The line of a place counts its `lines`. */
export interface ArrangedPaper extends Pick<Document, 'title' | 'header' | 'sections' | 'appendices'> {
  /** The file as a whole. It has no line, so its line is 0. */
  place: Place;
  /** The text of each paragraph and of each row of a table, in reading order. Line 1 is the first. */
  lines: string[];
  /** The day of the meeting that the paper names, as YYYY-MM-DD. Null if it names none. */
  meeting: string | null;
  /** The tables whose file marks no row as their heading. */
  headless: Table[];
  /** Lines of a layout table. They stand beside the paragraph before them, and are no part of it. */
  loose: ReadonlySet<Block>;
  /** The numbers of all headings: "3", "3.1", "B". */
  headingNumbers: string[];
  /** The number of headings that the file marks as such. */
  headingCount: number;
  /** The places of bold lines that stand in for headings. */
  boldHeadings: Place[];
}
