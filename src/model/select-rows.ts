import { getCellText, type DataCell, type DataColumn, type DataRow, type DataSet } from './data-set.js';
import { matchesCell } from './matches-cell.js';

/** The rows that a table or chart shows, and their order. */
export interface RowChoice {
  where: Readonly<Record<string, readonly (string | number)[]>>;
  sort: { by: string; order: 'ascending' | 'descending' } | null;
  top: number | null;
}

/** Chooses the rows that fit, and puts them in order. Rows whose deciding cell is to come are last. */
export function selectRows({ where, sort, top }: RowChoice, set: DataSet): DataRow[] {
  const fitting = set.rows.filter((row) =>
    Object.entries(where).every(([name, wanted]) => wanted.some((one) => matchesCell(row.cells[name], one))),
  );
  const sorted = sort ? sortRows(fitting, sort, set) : fitting;
  return top === null ? sorted : sorted.slice(0, top);
}

function sortRows(
  rows: readonly DataRow[],
  { by, order }: NonNullable<RowChoice['sort']>,
  { columns }: DataSet,
): DataRow[] {
  const column = columns.find(({ id }) => id === by);
  const sign = order === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, rank: rankCell(row.cells[by], column) }))
    .sort((a, b) => {
      if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
      if (a.rank === b.rank) return 0;
      return a.rank < b.rank ? -sign : sign;
    })
    .map(({ row }) => row);
}

/** Returns a value that sorts a cell among those of its column. Null if the cell has none. */
function rankCell(cell: DataCell | undefined, column: DataColumn | undefined): number | string | null {
  if (!cell) return null;
  switch (cell.kind) {
    case 'figure':
      return cell.figure.value;
    case 'step':
      return column?.steps.findIndex(({ id }) => id === cell.step.id) ?? null;
    case 'text':
    case 'measure':
    case 'paper':
    case 'markup': {
      const words = getCellText(cell) ?? '';
      if (words === '') return null;
      return column?.type === 'date' ? Date.parse(`${words} UTC`) : words.toLowerCase();
    }
    default:
      return cell satisfies never;
  }
}
