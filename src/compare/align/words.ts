import type { Inline } from '../../model/inline.js';

/** A run of the document, or a text that the document has as a plain string. */
export type Words = readonly Inline[] | string;
