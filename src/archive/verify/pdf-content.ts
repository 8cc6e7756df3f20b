/** The content of a PDF, as far as two PDFs are compared by it. */
export interface PdfContent {
  pages: PdfPage[];
  /** The attached files, by name. */
  attachments: Map<string, Uint8Array>;
  /** The title in the PDF's metadata. Empty if it has none. */
  title: string;
  /** Title, author, dates and other metadata, as JSON. */
  information: string;
  /** The titles of the bookmarks, from top to bottom. */
  bookmarks: string[];
}

export interface PdfPage {
  lines: string[];
  /** All drawing operations with their positions, as JSON. */
  drawing: string;
  /** The structure for screen readers, as JSON. */
  tags: string;
}

/** The task of the reading worker. */
export interface ReadingJob {
  bytes: Uint8Array;
  /** False to read only the attachments, which is much faster. */
  withPages: boolean;
}

/** The answer of the reading worker: the content, or a sentence that says why there is none. */
export type ReadingAnswer = { content: PdfContent; error: null } | { content: null; error: string };
