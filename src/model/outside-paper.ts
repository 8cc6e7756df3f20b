/** A paper that was written without this program, as its file has it. */
export interface OutsidePaper {
  /** The path of the file, as the user gave it. */
  file: string;
  /** The title in the properties of the file. Empty if it has none. */
  title: string;
  /** In reading order. A note follows the part that cites it. */
  parts: OutsidePart[];
  /** True if the file has tracked changes. The parts are the text with all of them accepted. */
  hasTrackedChanges: boolean;
}

export type OutsidePart = OutsideText | OutsideTable | OutsidePicture;

/** A paragraph, whatever its role. */
export interface OutsideText {
  kind: 'text';
  role: 'title' | 'heading' | 'paragraph' | 'item' | 'caption' | 'note';
  /** The level of a heading, from 1. Zero for other texts. */
  level: number;
  /** The automatic number, as it is printed: "18.", "4.7", "(a)". Null if there is none. A typed number is in the text. */
  number: string | null;
  text: string;
  /** True if the whole text is bold. */
  isBold: boolean;
  /** Null if the file has no pages. */
  page: number | null;
}

export interface OutsideTable {
  kind: 'table';
  rows: OutsideRow[];
  page: number | null;
}

export interface OutsideRow {
  /** True if the file says that the row heads the columns. */
  isHeader: boolean;
  cells: OutsideCell[];
}

interface OutsideCell {
  text: string;
  /** True if the file says that the cell heads its row or its column. */
  isHeader: boolean;
  /** The number of columns that it goes across. */
  span: number;
}

export interface OutsidePicture {
  kind: 'picture';
  /** The alternative text. Empty if there is none. */
  alternative: string;
  page: number | null;
}
