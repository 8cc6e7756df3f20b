import type { Edit } from './edit.js';

/** A file's text after an edit. */
export interface AppliedEdit {
  text: string;
  /** The edit that undoes this one, also if other places of the file have changed meanwhile. */
  inverse: Edit;
}
