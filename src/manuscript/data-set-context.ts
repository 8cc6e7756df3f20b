import { getCellText, getRowLabel, type DataCell, type DataRow, type DataSet } from '../model/data-set.js';
import type { Figure } from '../model/figure.js';
import { mapValues } from '../model/map-values.js';

/** The keys under which the context holds what helpers need. Templates cannot reach symbols. */
export const DATA_SET = Symbol('data set');
export const DATA_COLUMN = Symbol('data column');

/** Makes `data`: each data set with its rows, its columns and its total, by their names. */
export function makeDataContext(dataSets: Readonly<Record<string, DataSet>>): object {
  return mapValues(dataSets, makeSetContext);
}

function makeSetContext(set: DataSet): object {
  const columns = set.columns.map(
    (column) => [column.id, { [DATA_COLUMN]: { set, column: column.id } }] as const,
  );
  const rows = set.rows.map((row) => [row.id, makeRowContext(row, set)] as const);
  return {
    ...Object.fromEntries(columns),
    ...Object.fromEntries(rows),
    ...(set.total && { total: makeRowContext(set.total, set) }),
    rows: rows.map(([, row]) => row),
    [DATA_SET]: set,
  };
}

function makeRowContext(row: DataRow, set: DataSet): object {
  const cells = set.columns.flatMap(({ id }) => {
    const cell = row.cells[id];
    return cell ? [[id, readCell(cell)] as const] : [];
  });
  return { ...Object.fromEntries(cells), name: getRowLabel(row, set) };
}

function readCell(cell: DataCell): Figure | string {
  return cell.kind === 'figure' ? cell.figure : (getCellText(cell) ?? '');
}
