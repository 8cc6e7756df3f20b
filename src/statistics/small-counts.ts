import { roundDecimal } from './rounding.js';
import { sum } from './sum.js';

/** The reasons for a table cell without a number. */
export type MissingKind = 'notApplicable' | 'notAvailable' | 'confidential' | 'suppressed';

const MISSING: Record<MissingKind, string> = {
  notApplicable: '[z]',
  notAvailable: '[x]',
  confidential: '[c]',
  suppressed: '[c]',
};

/**
 * Formats a table cell in the shorthand of official statistics. [z] is not applicable, [x] not available and [c]
 * confidential. [low] is not zero but rounds to zero. `value` is a decimal number in digits.
 */
export function displayCell(value: string | null, places: number, kind: MissingKind | null): string {
  if (kind !== null) return MISSING[kind];
  if (value === null) return MISSING.notAvailable;
  const text = roundDecimal(value, places);
  return Number(value) !== 0 && !/[1-9]/.test(text) ? '[low]' : text;
}

/** A row of a table after suppression. [c] is confidential and [x] not available. */
interface SuppressedRow {
  cells: (number | '[c]' | '[x]')[];
  total: number | '[c]' | '[x]';
}

type Counts = readonly (number | null)[];

/**
 * Hides counts that could identify people: those above 0 and below the threshold. If only one count is hidden, the
 * total would reveal it. The smallest other count is then hidden too. If the total still reveals a hidden count, it is hidden
 * as well. A count that is not available (null) leaves no total.
 */
export function suppressRow(counts: Counts, threshold: number): SuppressedRow {
  const hidden = findHidden(counts, threshold);
  const isHidden = new Set(hidden);
  const known = counts.filter((count) => count !== null);
  return {
    cells: counts.map((count, index) => (isHidden.has(index) ? '[c]' : (count ?? '[x]'))),
    total: known.length < counts.length ? '[x]' : isRevealed(counts, hidden, threshold) ? '[c]' : sum(known),
  };
}

/** Finds the indexes of the counts to hide, in order. Of equal counts, it takes the first. */
function findHidden(counts: Counts, threshold: number): number[] {
  const known = counts.flatMap((count, index) => (count === null || count <= 0 ? [] : [{ count, index }]));
  const small = known.filter(({ count }) => count < threshold);
  const [next] = known.filter(({ count }) => count >= threshold).sort((a, b) => a.count - b.count);
  const hidden = small.length === 1 && next ? [...small, next] : small;
  return hidden.map(({ index }) => index).sort((a, b) => a - b);
}

/**
 * Returns true if the total leaves a hidden count only one possible value. The reader may know the threshold and the rule: of
 * two hidden counts one may reach the threshold, but three are all below it.
 */
function isRevealed(counts: Counts, hidden: readonly number[], threshold: number): boolean {
  const total = sum(hidden.map((index) => counts[index] ?? 0));
  if (hidden.length === 2) return countSolutions(counts, hidden, total, threshold) === 1;
  return hidden.length > 0 && (hidden.length === 1 || isExtreme(total, hidden.length, threshold));
}

/** Returns true if so many counts below the threshold can add up to the total in one way only: all least or all most. */
function isExtreme(total: number, size: number, threshold: number): boolean {
  return total === size || total === size * (threshold - 1);
}

/** Counts the pairs of counts that add up to the total and would be hidden at the same places. */
function countSolutions(counts: Counts, hidden: readonly number[], total: number, threshold: number): number {
  const [first, second] = hidden;
  const least = Array.from({ length: threshold - 1 }, (_, index) => index + 1);
  const values = new Set([...least, ...least.map((value) => total - value)]);
  const isPossible = (value: number): boolean => {
    const pair = counts.map((count, index) =>
      index === first ? value : index === second ? total - value : count,
    );
    return value > 0 && value < total && findHidden(pair, threshold).join() === hidden.join();
  };
  return [...values].filter(isPossible).length;
}
