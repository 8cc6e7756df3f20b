/**
 * Finds the heaviest increasing subsequence of `targets` and returns its indexes. `targets` can be the new
 * positions of the members of a sequence. The members found keep their order, and all others count as moved.
 */
export function findIncreasingSubsequence(
  targets: readonly number[],
  weights: readonly number[],
): Set<number> {
  const chains = buildChains(targets, weights);
  const heaviest = chains.reduce(
    (best, { weight }, index) => (weight > weigh(chains, best) ? index : best),
    -1,
  );
  const indexes = new Set<number>();
  for (let index = heaviest; index >= 0; index = chains[index]?.previous ?? -1) indexes.add(index);
  return indexes;
}

/** The heaviest increasing subsequence that ends with a member. `previous` is the member before it, or −1. */
interface Chain {
  weight: number;
  previous: number;
}

/** Builds the chain of each member. Members are added in order to a Fenwick tree over the ranks of their targets. */
function buildChains(targets: readonly number[], weights: readonly number[]): Chain[] {
  const ranks = new Map([...targets].sort((a, b) => a - b).map((target, rank) => [target, rank + 1]));
  const chains: Chain[] = [];
  // Each node has the last member of its heaviest chain, or −1.
  const tree = new Array<number>(targets.length + 1).fill(-1);
  targets.forEach((target, index) => {
    const rank = ranks.get(target) ?? 0;
    const previous = findHeaviestBelow(rank, tree, chains);
    chains.push({ weight: weigh(chains, previous) + (weights[index] ?? 1), previous });
    for (let node = rank; node < tree.length; node += node & -node)
      if (weigh(chains, index) > weigh(chains, tree[node] ?? -1)) tree[node] = index;
  });
  return chains;
}

/** Finds the last member of the heaviest chain that ends below a rank. Returns −1 if there is none. */
function findHeaviestBelow(rank: number, tree: readonly number[], chains: readonly Chain[]): number {
  let heaviest = -1;
  for (let node = rank - 1; node > 0; node -= node & -node)
    if (weigh(chains, tree[node] ?? -1) > weigh(chains, heaviest)) heaviest = tree[node] ?? -1;
  return heaviest;
}

function weigh(chains: readonly Chain[], index: number): number {
  return chains[index]?.weight ?? 0;
}
