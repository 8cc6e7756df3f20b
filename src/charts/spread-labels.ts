/** Labels that touch each other and move together. */
interface Block {
  /** The sum of the labels' ideal positions for the block's first label. */
  sum: number;
  count: number;
}

/**
 * Moves labels apart with the least squares of their distances from `ideals`. Neighbours are at least `gap` apart, and
 * the labels stay between `low` and `high` while there is room. (Pool adjacent violators.)
 */
export function spreadLabels(ideals: readonly number[], gap: number, low: number, high: number): number[] {
  const sorted = [...ideals.entries()].sort(([i, a], [j, b]) => a - b || i - j);
  const blocks = poolOverlaps(sorted.map(([, ideal], rank) => ideal - rank * gap));
  const positions = blocks
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((start, rank) => start + rank * gap);
  const shift = computeShift(positions[0] ?? 0, positions.at(-1) ?? 0, low, high);
  const placed: number[] = [];
  sorted.forEach(([index], rank) => {
    placed[index] = (positions[rank] ?? 0) + shift;
  });
  return placed;
}

/** Merges neighbouring blocks until they are in order. */
function poolOverlaps(starts: readonly number[]): Block[] {
  const blocks: Block[] = [];
  for (const start of starts) {
    let block = { sum: start, count: 1 };
    let before = blocks.at(-1);
    while (before && before.sum / before.count > block.sum / block.count) {
      blocks.pop();
      block = { sum: before.sum + block.sum, count: before.count + block.count };
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks;
}

/** Returns the shift that brings labels from `first` to `last` back between `low` and `high`. */
function computeShift(first: number, last: number, low: number, high: number): number {
  if (last > high) return high - last;
  return first < low ? low - first : 0;
}
