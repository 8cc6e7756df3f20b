import { interleave, type Pair } from './interleave.js';
import { matchMembers } from './match-members.js';
import type { Member } from './member.js';

/** Matches two sequences. Returns pairs in the order of `after`, with each removed member after the one it followed. */
export function pairSequences<T>(
  before: readonly T[],
  after: readonly T[],
  toMember: (item: T) => Member,
): Pair<T>[] {
  const targets = matchMembers(before.map(toMember), after.map(toMember));
  return interleave({ before, after, targets }, () => 1).filter(({ isAway }) => !isAway);
}
