import type { FindMatches, Match, Matching } from './matching.js';
import type { Member } from './member.js';

/** Matches members with the same key, in order. Members with the key null are left out. */
export function findMatchesByKey(keyOf: (member: Member) => string | null): FindMatches {
  return (matching) => {
    const queues = queueByKey(matching, keyOf);
    return matching.before.flatMap((member, from): Match[] => {
      const key = matching.targets[from] === -1 ? keyOf(member) : null;
      const to = key === null ? undefined : queues.get(key)?.pop();
      return to === undefined ? [] : [{ from, to }];
    });
  };
}

/** The unmatched members of `after` by key, the last first: taking from an array's end is fast. */
function queueByKey(
  { after, isTaken }: Matching,
  keyOf: (member: Member) => string | null,
): Map<string, number[]> {
  const queues = new Map<string, number[]>();
  for (let to = after.length - 1; to >= 0; to--) {
    const member = after[to];
    const key = !member || isTaken[to] ? null : keyOf(member);
    if (key === null) continue;
    const queue = queues.get(key);
    if (queue) queue.push(to);
    else queues.set(key, [to]);
  }
  return queues;
}
