import type { AbsentPaper, PackedPaper } from '../pack/pack.js';

/** A paper of a meeting, with its PDF if the pack has its pages. */
export type CollectedPaper = { paper: AbsentPaper } | CollectedPdf;

/** A paper whose pages the pack has. */
export interface CollectedPdf {
  paper: PackedPaper;
  bytes: Uint8Array;
  /** The date that the paper's files carry. */
  madeAt: Date;
  /** The PDF in the project, for messages. */
  file: string;
}

/** A fault of a file that keeps it out of a pack. The message completes a sentence that begins with the path. */
export interface PackFault {
  /** The path in the project. */
  path: string;
  message: string;
}
