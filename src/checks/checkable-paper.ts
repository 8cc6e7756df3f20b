import type { Document } from '../model/document.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { Manuscript } from '../model/manuscript.js';
import type { CheckableText } from './checkable-text.js';

/** Everything that a check can look at. */
export interface CheckablePaper extends CheckableText {
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
}
