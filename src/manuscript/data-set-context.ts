import { getCellText, getRowLabel, type DataCell, type DataRow, type DataSet } from '../model/data-set.js';
import type { Figure } from '../model/figure.js';
import { findEarlierDataSet } from '../model/find-earlier-data-set.js';
import type { Inputs } from '../model/inputs.js';
import { mapValues } from '../model/map-values.js';
import { PROMISE_OUTCOMES } from '../model/promise-outcomes.js';
import { sortPromises } from '../model/sort-promises.js';

/** The keys under which the context holds what helpers need. Templates cannot reach symbols. */
export const DATA_SET = Symbol('data set');
export const DATA_COLUMN = Symbol('data column');

/** Makes `data`: each data set with its rows, its columns and its total, by their names. */
export function makeDataContext(
  { dataSets: history, meeting }: Pick<Inputs, 'dataSets' | 'meeting'>,
  dataSets: Readonly<Record<string, DataSet>>,
): object {
  return mapValues(dataSets, (set) => ({
    ...makeSetContext(set),
    ...makeOutcomes(set, findEarlierDataSet(set, history), meeting.date),
  }));
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
    ...(set.span !== null && { period: set.span }),
    ...(set.toCome && set.totals.length > 0 && { total: makeRowToCome(set, set.toCome) }),
    rows: set.toCome ? [makeRowToCome(set, set.toCome)] : rows.map(([, row]) => row),
    [DATA_SET]: set,
  };
}

/** Makes `kept`, `late`, `overdue`, `open` and `dropped` of a data set with days due. Each is a data set with some of the rows. */
function makeOutcomes(set: DataSet, before: DataSet | null, day: string): object {
  const sorted = sortPromises(set, before, day);
  if (!sorted) return {};
  const entries = PROMISE_OUTCOMES.map((outcome) => {
    // A row that is gone has the cells of the earlier period.
    const owner = outcome === 'dropped' ? (before ?? set) : set;
    const part = { ...owner, id: `${set.id}.${outcome}`, rows: sorted[outcome], toCome: set.toCome };
    return [
      outcome,
      {
        rows: set.toCome
          ? [makeRowToCome(set, set.toCome)]
          : part.rows.map((row) => makeRowContext(row, owner)),
        [DATA_SET]: part,
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** Makes the only row of a data set that is to come. Everything that prints a part of it says so. */
function makeRowToCome({ columns }: DataSet, toCome: Figure): object {
  return { ...Object.fromEntries(columns.map(({ id }) => [id, toCome])), name: toCome };
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
