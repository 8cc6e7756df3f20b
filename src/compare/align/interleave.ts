import { findIncreasingSubsequence } from '../../statistics/find-increasing-subsequence.js';

/** A member of a sequence and its counterpart in another version of the sequence. */
export interface Pair<T> {
  before: T | null;
  after: T | null;
  isMoved: boolean;
  /** True at the old place of a member that has moved. A second pair is at its new place. */
  isAway: boolean;
}

interface Sequences<T> {
  before: readonly T[];
  after: readonly T[];
  /** For each member of `before`, the index of its counterpart in `after`, or −1. */
  targets: readonly number[];
}

/**
 * Puts two sequences into one, in the order of `after`. A member that was removed or has moved away comes after the
 * unmoved member that it followed in `before`.
 */
export function interleave<T>(sequences: Sequences<T>, weigh: (member: T) => number): Pair<T>[] {
  const { before, after, targets } = sequences;
  const unmoved = findUnmoved(sequences, weigh);
  const gone = groupGone(sequences, unmoved);
  const sources = new Map(targets.map((to, from) => [to, from]));
  const rows = after.flatMap((member, to): Pair<T>[] => {
    const from = sources.get(to) ?? -1;
    const source = before[from] ?? null;
    const isMoved = source !== null && !unmoved.has(from);
    return [{ before: source, after: member, isMoved, isAway: false }, ...(gone.get(to) ?? [])];
  });
  return [...(gone.get(-1) ?? []), ...rows];
}

/** Finds the members of `before` that keep their order: the heaviest set of them. */
function findUnmoved<T>({ before, targets }: Sequences<T>, weigh: (member: T) => number): Set<number> {
  const matched = before.flatMap((member, from) => {
    const to = targets[from] ?? -1;
    return to === -1 ? [] : [{ weight: weigh(member), from, to }];
  });
  const indexes = findIncreasingSubsequence(
    matched.map(({ to }) => to),
    matched.map(({ weight }) => weight),
  );
  return new Set([...indexes].map((index) => matched[index]?.from ?? -1));
}

/** Groups the members that were removed or have moved by the index in `after` that they follow; −1 is the start. */
function groupGone<T>(
  { before, after, targets }: Sequences<T>,
  unmoved: Set<number>,
): Map<number, Pair<T>[]> {
  const groups = new Map<number, Pair<T>[]>();
  let last = -1;
  before.forEach((member, from) => {
    const to = targets[from] ?? -1;
    if (unmoved.has(from)) {
      last = to;
      return;
    }
    const pair = { before: member, after: after[to] ?? null, isMoved: to !== -1, isAway: to !== -1 };
    const group = groups.get(last);
    if (group) group.push(pair);
    else groups.set(last, [pair]);
  });
  return groups;
}
