import { formatNumber } from '../../format/numbers.js';
import type { DataSet } from '../../model/data-set.js';
import type { Figure } from '../../model/figure.js';
import { makeError, type Problem } from '../../model/problem.js';
import { sum } from '../../statistics/sum.js';

/** Checks that a stated total is the sum of its column, or at least of the counts that are shown. */
export function checkStatedTotals({ rows, statedTotals, columns }: Omit<DataSet, 'total'>): Problem[] {
  return Object.entries(statedTotals).flatMap(([column, total]) => {
    const figures = rows.flatMap(({ cells }) => {
      const cell = cells[column];
      return cell?.kind === 'figure' ? [cell.figure] : [];
    });
    const isCount = columns.some(({ id, type }) => id === column && type === 'count');
    return isPossible(total.value ?? 0, figures, isCount) ? [] : [reportImpossible(total, figures)];
  });
}

function isPossible(total: number, figures: readonly Figure[], isCount: boolean): boolean {
  const shown = addUp(figures);
  if (figures.some(({ value }) => value === null)) return !isCount || total >= shown;
  return Math.abs(total - shown) < 1e-9 * Math.max(1, Math.abs(total));
}

function addUp(figures: readonly Figure[]): number {
  return sum(figures.map(({ value }) => value ?? 0));
}

function reportImpossible({ value, place }: Figure, figures: readonly Figure[]): Problem {
  return makeError(
    'parts-add-up',
    place,
    `the total is ${formatNumber(value ?? 0)}, but the rows add up to ${formatNumber(addUp(figures))}`,
    { hint: 'Leave the row of totals out where all rows are shown: the program adds them up.' },
  );
}
