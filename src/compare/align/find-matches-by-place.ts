import type { Match, Matching } from './matching.js';

/** Matches members between matched neighbours. A heading is matched if the member after it is matched. */
export function findMatchesByPlace({ before, after, targets, isTaken }: Matching): Match[] {
  const targetOf = (from: number): number => {
    if (from < 0) return -1;
    return from >= before.length ? after.length : (targets[from] ?? -1);
  };
  return before.flatMap((member, from): Match[] => {
    if (targets[from] !== -1 || !member.isKnownByPlace) return [];
    const [previous, next] = [targetOf(from - 1), targetOf(from + 1)];
    const to = next - 1;
    const isBetween = to === previous + 1 && (previous !== -1 || from === 0);
    const isFree = isTaken[to] === false && after[to]?.kind === member.kind && after[to].isKnownByPlace;
    return isFree && (isBetween || member.kind === 'heading') ? [{ from, to }] : [];
  });
}
