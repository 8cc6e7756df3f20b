import type { Values } from './find-signal.js';

/** Counts the consecutive months up to an index that are on one side of the mean. */
export function countOneSided(values: Values, index: number, mean: number): number {
  const side = Math.sign((values[index] ?? mean) - mean);
  let count = 0;
  for (let at = index; at >= 0; at--) {
    const value = values[at];
    if (typeof value !== 'number' || Math.sign(value - mean) !== side) break;
    count++;
  }
  return count;
}

/** Counts the consecutive months up to an index that rise, or fall, without a break. */
export function countTrend(values: Values, index: number): number {
  const direction = getStep(values, index);
  let count = 1;
  for (let at = index; direction !== 0 && getStep(values, at) === direction; at--) count++;
  return count;
}

/** Returns 1 for a month above the one before, −1 below it, and 0 if they are equal or unknown. */
function getStep(values: Values, index: number): number {
  const [before, value] = [values[index - 1], values[index]];
  return typeof before === 'number' && typeof value === 'number' ? Math.sign(value - before) : 0;
}
