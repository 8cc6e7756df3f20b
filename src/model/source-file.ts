/** A file of the project that the paper was made from. */
export interface SourceFile {
  /** Relative to the project, with `/`. */
  path: string;
  text: string;
  /** The content on disk, before decoding. */
  bytes: Uint8Array;
}
