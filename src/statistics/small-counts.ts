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

/**
 * Hides counts that could identify people: those above 0 and below the threshold. If only one count is hidden, the
 * total would reveal it. The smallest other count is then hidden too.
 */
export function suppressRow(
  cells: readonly number[],
  threshold: number,
): { cells: (number | '[c]')[]; total: number } {
  const hidden = new Set(cells.flatMap((cell, index) => (cell > 0 && cell < threshold ? [index] : [])));
  if (hidden.size === 1) {
    const others = cells.flatMap((cell, index) => (cell > 0 && !hidden.has(index) ? [{ cell, index }] : []));
    const smallest = others.reduce<(typeof others)[number] | null>(
      (least, other) => (least === null || other.cell < least.cell ? other : least),
      null,
    );
    if (smallest) hidden.add(smallest.index);
  }
  return {
    cells: cells.map((cell, index) => (hidden.has(index) ? '[c]' : cell)),
    total: sum(cells),
  };
}
