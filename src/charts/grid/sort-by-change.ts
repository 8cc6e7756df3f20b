import { groupBy } from '../../model/group-by.js';
import type { GridRow, RowGrid } from './row-grid.js';

/** Sorts the rows of each group by the change between their two series: the largest rise first, rows without a change last. */
export function sortByChange(grid: RowGrid): RowGrid {
  const groups = groupBy(grid.rows, ({ group }) => group);
  const sorted = [...groups.values()].flatMap((rows) =>
    rows.sort((a, b) => compareNumbers(findChange(b), findChange(a))),
  );
  return { ...grid, rows: sorted };
}

function findChange({ cells: [from, to] }: GridRow): number {
  const [earlier, later] = [from?.figure?.value ?? null, to?.figure?.value ?? null];
  return earlier === null || later === null ? -Infinity : later - earlier;
}

/** A subtraction of two infinities is not a number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
