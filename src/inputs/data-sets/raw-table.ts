import type { Mark } from '../../model/mark.js';
import type { Place } from '../../model/problem.js';

/** A table as a file has it, before its columns are known. */
export interface RawTable {
  path: string;
  /** The headings with their places; for rows in YAML, the keys of all rows. */
  headings: { text: string; place: Place }[];
  rows: RawRow[];
  /** The place where the rows belong that are all still to come. Null if there are rows, or none are expected. */
  rowsPlace: Place | null;
}

export interface RawRow {
  /** The name that the author typed. Null in a spreadsheet, whose key column names the rows. */
  name: string | null;
  /** By heading. */
  cells: Map<string, RawCell>;
  place: Place;
}

export interface RawCell {
  /** The text as typed, trimmed. Empty if the cell is. */
  text: string;
  /** The text as a workbook shows it, where that is rounded or a date in words. */
  shown?: string;
  /** A mark that is typed apart from the value. */
  mark: Mark | null;
  /** The margin of error that the source publishes, as typed. Absent if it publishes none. */
  margin?: string;
  /** The value that a revised one replaces, as typed. */
  was?: string;
  /** The author's reason for a revision. */
  revised?: string;
  /** True if the author confirms an unusual value. */
  isConfirmed?: boolean;
  place: Place;
}
