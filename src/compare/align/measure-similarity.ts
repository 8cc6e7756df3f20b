/** Returns the share of words in common (Dice coefficient): 1 for the same words in any order, 0 for none. */
export function measureSimilarity(a: Map<string, number>, b: Map<string, number>): number {
  let [common, all] = [0, 0];
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  for (const counts of [a, b]) for (const count of counts.values()) all += count;
  return all === 0 ? 1 : (2 * common) / all;
}
