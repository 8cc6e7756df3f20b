import type { WordRemark } from './list-remarks.js';
import type { Proposal } from './proposal.js';

/** The changes and comments of a returned file. */
export interface WordReview {
  proposals: readonly Proposal[];
  remarks: readonly WordRemark[];
  /** The labels that a new paragraph cannot have. */
  labels: readonly string[];
}
