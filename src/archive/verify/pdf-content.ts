import type { TaggedPdf } from '../../model/tagged-pdf.js';

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
  /** The attachments alone are read much faster. */
  reads: 'everything' | 'attachments' | 'tags';
}

/** The answer of the reading worker: the content, or a sentence that says why there is none. */
export type ReadingAnswer = ReadContent | { content: null; error: string };

export interface ReadContent {
  content: PdfContent;
  /** Null unless the tags were asked for. */
  tagged: TaggedPdf | null;
  error: null;
}
