import type { DataRow, DataSet } from '../../model/data-set.js';
import { groupBy } from '../../model/group-by.js';
import { readGroup } from '../../model/read-group.js';
import type { DataTable } from '../../model/template.js';

/** A row of the table before its cells are made: a heading of a group, or a row of data. */
export type PlannedRow = { kind: 'group'; heading: string } | { kind: 'data' | 'total'; row: DataRow };

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
