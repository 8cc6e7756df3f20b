import { formatUnits } from './rounding.js';
import { sum } from './sum.js';

/**
 * Divides `total` in proportion to counts, so that the shares add up exactly (largest remainder, Hamilton).
 * Ties go to the larger count, then to the earlier one. Null if all counts are 0.
 */
export function largestRemainder(counts: readonly number[], total: number, places: number): string[] | null {
  const counted = sum(counts);
  if (counted === 0) return null;
  const units = Math.round(total * 10 ** places);
  const quotas = counts.map((count, index) => computeQuota(count, counted, units, index));
  const left = units - sum(quotas.map(({ whole }) => whole));
  const order = [...quotas].sort(
    (a, b) => b.rest - a.rest || (counts[b.index] ?? 0) - (counts[a.index] ?? 0) || a.index - b.index,
  );
  const raised = new Set(order.slice(0, left).map(({ index }) => index));
  return quotas.map(({ whole, index }) => formatUnits(whole + (raised.has(index) ? 1 : 0), places));
}

/** Splits the share of a count into whole units and the rest. It is exact for whole counts. */
function computeQuota(
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
 * Adds up rounded percentages. `possible` is true if rounding alone can explain the distance from 100. Each
 * part can add half a unit of its last place.
 */
export function sumCheck(
  rounded: readonly string[],
  places: number,
): { sum: string; needsNote: boolean; possible: boolean } {
  const unit = 10 ** places;
  const total = sum(rounded.map((text) => Math.round(Number(text) * unit)));
  const distance = Math.abs(total - 100 * unit);
  return {
    sum: formatUnits(total, places),
    needsNote: distance !== 0,
    possible: distance <= rounded.length * 0.5,
  };
}
