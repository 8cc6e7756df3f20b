import type { Member } from './member.js';

/** The members of two versions, and the matches so far. */
export interface Matching {
  before: readonly Member[];
  after: readonly Member[];
  /** For each member of `before`, its index in `after`, or −1. */
  targets: readonly number[];
  /** For each member of `after`: true if it has a counterpart. */
  isTaken: readonly boolean[];
}

/** Indexes of a member of `before` and its counterpart in `after`. */
export interface Match {
  from: number;
  to: number;
}

/** Finds new matches, the best first. A match with a member that is already matched is ignored. */
export type FindMatches = (matching: Matching) => Match[];
