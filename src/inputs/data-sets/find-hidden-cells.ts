import { listTotalledColumns, type DataColumn, type DataRow, type DataSet } from '../../model/data-set.js';
import { CONFIDENTIAL } from '../../model/disclosure.js';
import type { Figure } from '../../model/figure.js';
import { suppressRow } from '../../statistics/small-counts.js';
import { sum } from '../../statistics/sum.js';

/** The cells of a data set whose numbers must not be shown, and the totals that may be shown in spite of them. */
export interface HiddenCells {
  cells: { row: string; column: string }[];
  /** The totals by column. Null hides a total that the file states. */
  totals: ReadonlyMap<string, number | null>;
}

/**
 * Finds the numbers that could identify people: counts from 1 to below the threshold, the counts that would reveal them, and
 * percentages and other numbers of the same rows. Every computed figure follows from the cells that remain, so only the totals
 * need a decision: `suppressRow` makes it. A data set from which these cells have been removed has no others to hide.
 */
export function findHiddenCells(set: DataSet): HiddenCells {
  const { disclosure } = set;
  if (!disclosure) return { cells: [], totals: new Map() };
  const counts = set.columns.filter(({ type }) => type === 'count');
  const columns = counts.map((column) => hideInColumn(column, set, disclosure.threshold));
  const hidden = columns.flatMap(({ rows, column }) => rows.map((row) => ({ row, column })));
  return {
    cells: [...hidden, ...listRevealing(set, new Set(hidden.map(({ row }) => row)))],
    totals: new Map(
      columns.flatMap(({ column, total }) => (total === undefined ? [] : [[column, total] as const])),
    ),
  };
}

/** The counts to hide in one column, by row. Undefined leaves the total to be added up, or as the file states it. */
interface HiddenInColumn {
  column: string;
  rows: string[];
  total: number | null | undefined;
}

function hideInColumn({ id: column }: DataColumn, set: DataSet, threshold: number): HiddenInColumn {
  const figures = set.rows.map((row) => readFigure(row, column));
  const { cells, total } = suppressRow(
    figures.map((figure) => figure?.value ?? null),
    threshold,
  );
  const rows = set.rows.filter((_, index) => cells[index] === '[c]').map(({ id }) => id);
  const stated = set.statedTotals[column]?.value ?? null;
  if (rows.length > 0 && typeof total === 'number')
    return { column, rows, total: listTotalledColumns(set).has(column) ? total : undefined };
  const isUnsafe = stated !== null && (rows.length > 0 || revealsCell(stated, figures));
  return { column, rows, total: isUnsafe ? null : undefined };
}

/** Returns true if a stated total reveals a confidential cell: the only one, or cells that can only be 0. */
function revealsCell(total: number, figures: readonly (Figure | null)[]): boolean {
  const hidden = figures.filter((figure) => figure?.value === null && figure.reason === CONFIDENTIAL);
  const rest = total - sum(figures.map((figure) => figure?.value ?? 0));
  return hidden.length === 1 || (hidden.length > 1 && rest <= 0);
}

/** The types of typed numbers that can be computed from a count. */
const REVEALING = ['percent', 'points', 'number', 'rate', 'ratio'];

/** Lists the typed percentages and other numbers of rows with a hidden count: they can be a share of it. */
function listRevealing({ rows, columns }: DataSet, hiddenRows: ReadonlySet<string>): HiddenCells['cells'] {
  const revealing = columns.filter(({ type }) => REVEALING.some((revealed) => revealed === type));
  return rows
    .filter(({ id }) => hiddenRows.has(id))
    .flatMap((row) =>
      revealing
        .filter(({ id }) => (readFigure(row, id)?.value ?? null) !== null)
        .map(({ id }) => ({ row: row.id, column: id })),
    );
}

function readFigure({ cells }: DataRow, column: string): Figure | null {
  const cell = cells[column];
  return cell?.kind === 'figure' ? cell.figure : null;
}
