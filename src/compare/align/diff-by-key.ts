import { diffArrays } from 'diff';

/** A stretch of two lists. If `isSame`, its members have equal keys one by one. */
export interface Difference<T> {
  isSame: boolean;
  before: T[];
  after: T[];
}

/**
 * The most additions and removals that are searched for the shortest difference. The search takes their square in time, so longer
 * texts with more changes count as replaced.
 */
const MAX_EDITS = 1500;

/** Diffs two lists by key. Neighbouring removals and additions become one difference. */
export function diffByKey<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): Difference<T>[] {
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MAX_EDITS });
  if (!changes) return [{ isSame: false, before: [...before], after: [...after] }];
  const differences: Difference<T>[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of changes) {
    const isSame = !added && !removed;
    const old = added ? [] : before.slice(from, (from += count));
    const now = removed ? [] : after.slice(to, (to += count));
    const last = differences.at(-1);
    if (last && !last.isSame && !isSame) {
      last.before.push(...old);
      last.after.push(...now);
    } else differences.push({ isSame, before: old, after: now });
  }
  return differences;
}
