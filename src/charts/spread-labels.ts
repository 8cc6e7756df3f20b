/**
 * Moves labels apart: the positions nearest to those wanted, in the sense of least squares, with a smallest gap between
 * neighbours (pool adjacent violators), and within `low` and `high` as far as there is room.
 */
export function spreadLabels(wanted: number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const blocks: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    blocks.push({ sum: (wanted[index] ?? 0) - rank * gap, count: 1 });
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before;
      last = blocks.at(-1), before = blocks.at(-2)
    ) {
      if (before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const positions = blocks
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((start, rank) => start + rank * gap);
  const [top = 0, bottom = 0] = [positions[0], positions.at(-1)];
  const shift = bottom > high ? high - bottom : top < low ? low - top : 0;
  const placed: number[] = [];
  order.forEach((index, rank) => {
    placed[index] = (positions[rank] ?? 0) + shift;
  });
  return placed;
}
