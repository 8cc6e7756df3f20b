import type { ArrangedPaper } from '../../model/arranged-paper.js';
import type { CheckableText } from '../checkable-text.js';
import type { Sentence } from '../split-sentences.js';

/** Everything that a check can look at in a paper that was written without this program. */
export interface CheckableOutsidePaper extends CheckableText {
  document: ArrangedPaper;
  /** The sentences in the cells of tables and in the header block. Most are a number or a name. */
  cellSentences: Sentence[];
}
