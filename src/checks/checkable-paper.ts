import type { Document } from '../model/document.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Passage } from './list-passages.js';
import type { Sentence } from './split-sentences.js';

/** Everything that a check can look at. */
export interface CheckablePaper {
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
  /** Every run of text. */
  passages: Passage[];
  /** The sentences of the running text: paragraphs, lists and notes. */
  sentences: Sentence[];
}
