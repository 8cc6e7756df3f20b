import type { Problem } from '../model/problem.js';

/** A paper that a worker builds whole. The data are plain, so that threads can pass them on. */
export interface PaperJob {
  /** The project's folder. */
  root: string;
  period: string;
  paper: string;
  /** The date that the outputs carry. Null takes the date from the paper's file. */
  madeAt: Date | null;
  /** True to write a Word document too. */
  hasWord: boolean;
}

export interface PaperResult {
  isBuilt: boolean;
  /** A sentence for the user, if the project's files could not be read for a reason such as missing rights. */
  diskError: string | null;
  problems: Problem[];
  /** The files of the paper's output folder, for the caller to write. Empty if the paper was not built. */
  files: { name: string; bytes: Uint8Array }[];
  /** The files of the exempt edition. Empty if the paper has none. */
  exemptFiles: { name: string; bytes: Uint8Array }[];
}
