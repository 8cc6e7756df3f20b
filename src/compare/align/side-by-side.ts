import { findIncreasingSubsequence } from '../../statistics/find-increasing-subsequence.js';
import { matchUp, type Member } from './match-up.js';

/** One of a sequence and its counterpart in another version of it. `away`: what stood here stands elsewhere now. */
export interface Pair<T> {
  before: T | null;
  after: T | null;
  moved: boolean;
  away: boolean;
}

/** Matches two sequences and lays them beside each other. */
export function sideBySide<T>(
  before: readonly T[],
  after: readonly T[],
  memberOf: (one: T) => Member,
): Pair<T>[] {
  return interleave(before, after, matchUp(before.map(memberOf), after.map(memberOf)), () => 1).filter(
    ({ away }) => !away,
  );
}

/**
 * Two sequences in the order of the second. What only the first has, or has elsewhere, stands after what it followed there.
 * `targets` are the counterparts' indexes, −1 where there is none.
 */
export function interleave<T>(
  before: readonly T[],
  after: readonly T[],
  targets: readonly number[],
  weightOf: (one: T) => number,
): Pair<T>[] {
  const matched = before.flatMap((one, from) => {
    const to = targets[from] ?? -1;
    return to === -1 ? [] : [{ one, from, to }];
  });
  const order = findIncreasingSubsequence(
    matched.map(({ to }) => to),
    matched.map(({ one }) => weightOf(one)),
  );
  const kept = new Set([...order].map((index) => matched[index]?.from));
  const sources = new Map(matched.map(({ from, to }) => [to, from]));
  const ghosts = new Map<number, Pair<T>[]>();
  let last = -1;
  before.forEach((one, from) => {
    const to = targets[from] ?? -1;
    if (kept.has(from)) last = to;
    else {
      const ghost = { before: one, after: after[to] ?? null, moved: to !== -1, away: to !== -1 };
      ghosts.set(last, [...(ghosts.get(last) ?? []), ghost]);
    }
  });
  return [
    ...(ghosts.get(-1) ?? []),
    ...after.flatMap((one, to) => {
      const from = sources.get(to);
      const source = from === undefined ? null : (before[from] ?? null);
      const row = { before: source, after: one, moved: source !== null && !kept.has(from), away: false };
      return [row, ...(ghosts.get(to) ?? [])];
    }),
  ];
}
