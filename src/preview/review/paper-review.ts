import type { ReadText } from '../../review/source-offsets.js';
import type { WordReview } from '../../review/word-review.js';

/** A review of the paper on show. */
export interface PaperReview extends WordReview {
  /** Returns the text of a file from which the review was made. */
  readText: ReadText;
}
