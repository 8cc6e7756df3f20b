import { findMatchesByKey } from './find-matches-by-key.js';
import { findMatchesByPlace } from './find-matches-by-place.js';
import { findSimilarMembers } from './find-similar-members.js';
import type { FindMatches } from './matching.js';
import type { Member } from './member.js';

/** The best evidence first: the label, the same words in the same group, the same words, similar words, the place. */
const PASSES: FindMatches[] = [
  findMatchesByKey(({ kind, label }) => (label === null ? null : `${kind} ${label}`)),
  findMatchesByKey(({ kind, group, words }) => `${kind} ${group} ${words.join(' ')}`),
  findMatchesByKey(({ kind, words }) => `${kind} ${words.join(' ')}`),
  findSimilarMembers,
  findMatchesByPlace,
];

/** Finds the counterpart of each member. Returns, for each member of `before`, an index in `after`, or −1. */
export function matchMembers(before: readonly Member[], after: readonly Member[]): number[] {
  const targets = before.map(() => -1);
  const isTaken = after.map(() => false);
  for (const findMatches of PASSES)
    for (const { from, to } of findMatches({ before, after, targets, isTaken })) {
      if (targets[from] !== -1 || isTaken[to]) continue;
      targets[from] = to;
      isTaken[to] = true;
    }
  return targets;
}
