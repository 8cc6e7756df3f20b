/** The differences between a PDF and the expected PDF. */
export interface PdfComparison {
  /** Sentences, most visible difference first. Empty if the bytes are equal. */
  differences: string[];
  /** True if only the compression differs: another release of zlib gives other bytes. */
  isOnlyCompression: boolean;
}
