/**
 * Finds the heaviest increasing subsequence of `targets` and returns its indexes. `targets` can be the new
 * positions of the members of a sequence. The members found keep their order, and all others count as moved.
 */
export function findIncreasingSubsequence(
  targets: readonly number[],
  weights: readonly number[],
): Set<number> {
  const ranks = new Map([...targets].sort((a, b) => a - b).map((target, rank) => [target, rank + 1]));
  const best = new Array<number>(targets.length + 1).fill(-1); // a Fenwick tree of each heaviest chain's last member
  const chains: { weight: number; previous: number }[] = [];
  const weightOf = (index: number): number => chains[index]?.weight ?? 0;
  targets.forEach((target, index) => {
    const rank = ranks.get(target) ?? 0;
    let previous = -1;
    for (let at = rank - 1; at > 0; at -= at & -at)
      if (weightOf(best[at] ?? -1) > weightOf(previous)) previous = best[at] ?? -1;
    chains.push({ weight: weightOf(previous) + (weights[index] ?? 1), previous });
    for (let at = rank; at <= targets.length; at += at & -at)
      if (weightOf(index) > weightOf(best[at] ?? -1)) best[at] = index;
  });
  let last = -1;
  chains.forEach(({ weight }, index) => {
    if (weight > weightOf(last)) last = index;
  });
  const kept = new Set<number>();
  for (; last >= 0; last = chains[last]?.previous ?? -1) kept.add(last);
  return kept;
}
