import type { ArrangedPaper } from '../../model/arranged-paper.js';
import type { CheckableText } from '../checkable-text.js';

/** Everything that a check can look at in a paper that was written without this program. */
export interface CheckableOutsidePaper extends CheckableText {
  document: ArrangedPaper;
}
