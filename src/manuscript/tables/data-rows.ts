import {
  getCellText,
  type DataCell,
  type DataColumn,
  type DataRow,
  type DataSet,
} from '../../model/data-set.js';
import { groupBy } from '../../model/group-by.js';
import { matchesCell } from '../../model/matches-cell.js';
import { readGroup } from '../../model/read-group.js';
import type { DataTable } from '../../model/template.js';

/** A row of the table before its cells are made: a heading of a group, or a row of data. */
export type PlannedRow = { kind: 'group'; heading: string } | { kind: 'data' | 'total'; row: DataRow };

/** Chooses the rows that fit, and puts them in order. Rows whose deciding cell is to come are last. */
export function selectRows({ where, sort, top }: DataTable, set: DataSet): DataRow[] {
  const fitting = set.rows.filter((row) =>
    Object.entries(where).every(([name, wanted]) => wanted.some((one) => matchesCell(row.cells[name], one))),
  );
  const sorted = sort ? sortRows(fitting, sort, set) : fitting;
  return top === null ? sorted : sorted.slice(0, top);
}

function sortRows(
  rows: readonly DataRow[],
  { by, order }: NonNullable<DataTable['sort']>,
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

/** Plans the rows: groups with their totals, and the totals of all. A choice of rows has no totals. */
export function planRows({ where, top, subtotals }: DataTable, set: DataSet): PlannedRow[] {
  const { groups, rows, total } = set;
  const isWhole = Object.keys(where).length === 0 && top === null;
  const totals: PlannedRow[] = total && isWhole ? [{ kind: 'total', row: total }] : [];
  if (groups === null) return [...rows.map((row): PlannedRow => ({ kind: 'data', row })), ...totals];
  const grouped = groupBy(rows, (row) => readGroup(row, groups));
  return [
    ...[...grouped].flatMap(([heading, members]): PlannedRow[] => {
      const subtotal = isWhole && subtotals ? set.subtotals.get(heading) : undefined;
      return [
        { kind: 'group', heading },
        ...members.map((row): PlannedRow => ({ kind: 'data', row })),
        ...(subtotal ? [{ kind: 'total' as const, row: subtotal }] : []),
      ];
    }),
    ...totals,
  ];
}
