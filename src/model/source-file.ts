/** A file of the project that the paper was made from. */
export interface SourceFile {
  /** Relative to the project, with `/`. */
  path: string;
  text: string;
  /** The content on disk, before decoding. The redacted text in UTF-8 if the file is redacted. */
  bytes: Uint8Array;
  /**
   * True if numbers that could identify people have been taken out of `text` and `bytes`. No output may state the hash of the
   * file on disk: a reader could find a hidden number by trying the few that are possible.
   */
  isRedacted?: boolean;
  /** The workbook whose table the text is. `path` is that of the text. The content is null if the file is redacted. */
  original?: { path: string; content: { bytes: number; sha256: string } | null };
}

/** The identity of a file's content. */
export interface FileHash {
  bytes: number;
  sha256: string;
}
