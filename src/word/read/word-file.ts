/** A Word file as data: what it says, without its layout. */
export interface WordFile {
  /** Paragraphs and tables in their order. Text in a text box follows the paragraph that the box belongs to. */
  body: WordBlock[];
  headers: WordRunning[];
  footers: WordRunning[];
  comments: WordComment[];
  properties: WordProperties;
}

export type WordBlock = WordParagraph | WordTable;

export interface WordParagraph {
  kind: 'paragraph';
  style: { id: string; name: string } | null;
  /** From 1 to 9. Null for text. */
  headingLevel: number | null;
  numbering: WordNumbering | null;
  runs: WordRun[];
  /** The bookmarks that start in the paragraph, end in it, or go through it. */
  bookmarks: string[];
  /**
   * The tracked change of the paragraph's end. An inserted end split a paragraph, or belongs to an inserted one. A deleted end joins
   * the paragraph to the next one, or belongs to a deleted one.
   */
  endChange: WordChange | null;
}

/** The automatic number or bullet of a paragraph. */
export interface WordNumbering {
  /** The text before the paragraph, such as "1.2", "(a)" or "•". Null if the file does not say it. */
  text: string | null;
  isBullet: boolean;
  /** From 0 for the outermost list. */
  level: number;
  /** Paragraphs of one list have the same. */
  list: string;
}

/** Text with one look and one history. A note or a picture is a run of its own, with the empty text. */
export interface WordRun {
  /** A line break is "\n". A tab is "\t". */
  text: string;
  isBold: boolean;
  isItalic: boolean;
  /** A web address, or "#" and the name of a bookmark. */
  link: string | null;
  change: WordChange | null;
  /** The ids of the comments on this text. */
  comments: string[];
  /** The bookmarks around this text. */
  bookmarks: string[];
  /** The tag of the innermost content control around this text. */
  control: string | null;
  /** The instruction of the innermost field whose result this is, such as "REF next_steps \r \h". */
  field: string | null;
  note: WordNote | null;
  picture: WordPicture | null;
}

/** A tracked change. Moved text is deleted at its old place and inserted at its new one. */
export interface WordChange {
  kind: 'inserted' | 'deleted';
  isMove: boolean;
  author: string;
  /** As the file has it: "2026-03-02T10:15:00Z". Null if it has none. */
  date: string | null;
}

export interface WordNote {
  kind: 'footnote' | 'endnote';
  id: string;
  blocks: WordBlock[];
}

export interface WordPicture {
  /** The alternative text. Null if there is none. */
  alternative: string | null;
  isDecorative: boolean;
}

export interface WordTable {
  kind: 'table';
  rows: WordRow[];
  /** The bookmarks that start in the table, end in it, or go through it. */
  bookmarks: string[];
}

export interface WordRow {
  /** True if the row is repeated on each page, as a header row is. */
  isHeader: boolean;
  change: WordChange | null;
  /** A cell that several rows share belongs to the first of them. */
  cells: WordCell[];
}

export interface WordCell {
  columnSpan: number;
  rowSpan: number;
  blocks: WordBlock[];
}

/** A header or a footer. */
export interface WordRunning {
  pages: 'all' | 'first' | 'even';
  blocks: WordBlock[];
}

export interface WordComment {
  id: string;
  author: string;
  date: string | null;
  text: string;
  /** The comment that this one answers. */
  parent: string | null;
  isResolved: boolean;
}

export interface WordProperties {
  /** By name: title, creator, created, modified, lastModifiedBy, subject, keywords, description. */
  core: Record<string, string>;
  /** The properties that a program or an author named. */
  custom: Record<string, string>;
}
