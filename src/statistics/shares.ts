import { inPlaces } from './rounding.js';

/**
 * Counts as shares of `total` that add up to it exactly (largest remainder, Hamilton). Ties go to the larger count, then to
 * the earlier one. In digits with `places`; null where nothing was counted.
 */
export function largestRemainder(counts: readonly number[], total: number, places: number): string[] | null {
  const sum = counts.reduce((all, count) => all + count, 0);
  if (sum === 0) return null;
  const units = Math.round(total * 10 ** places);
  const quotas = counts.map((count, index) => quota(count, sum, units, index));
  const left = units - quotas.reduce((all, { whole }) => all + whole, 0);
  const order = [...quotas].sort(
    (a, b) => b.rest - a.rest || (counts[b.index] ?? 0) - (counts[a.index] ?? 0) || a.index - b.index,
  );
  const raised = new Set(order.slice(0, left).map(({ index }) => index));
  return quotas.map(({ whole, index }) => inPlaces(whole + (raised.has(index) ? 1 : 0), places));
}

/** The whole units of a count and what is left over, exact for whole counts. */
function quota(
  count: number,
  sum: number,
  units: number,
  index: number,
): { whole: number; rest: number; index: number } {
  if (Number.isSafeInteger(count) && Number.isSafeInteger(sum)) {
    const product = BigInt(count) * BigInt(units);
    return { whole: Number(product / BigInt(sum)), rest: Number(product % BigInt(sum)), index };
  }
  const exact = (count * units) / sum;
  return { whole: Math.floor(exact), rest: exact - Math.floor(exact), index };
}

/**
 * What rounded percentages add up to. `possible` where rounding alone can explain the distance from 100: half a unit of the
 * last place for each part.
 */
export function sumCheck(
  rounded: readonly string[],
  places: number,
): { sum: string; needsNote: boolean; possible: boolean } {
  const unit = 10 ** places;
  const sum = rounded.reduce((all, text) => all + Math.round(Number(text) * unit), 0);
  const off = Math.abs(sum - 100 * unit);
  return { sum: inPlaces(sum, places), needsNote: off !== 0, possible: off <= rounded.length * 0.5 };
}
