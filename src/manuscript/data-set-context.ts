import { getCellText, getRowLabel, type DataCell, type DataRow, type DataSet } from '../model/data-set.js';
import type { Figure } from '../model/figure.js';
import { findEarlierDataSet } from '../model/find-earlier-data-set.js';
import type { Inputs } from '../model/inputs.js';
import { PROMISE_OUTCOMES } from '../model/promise-outcomes.js';
import { sortPromises } from '../model/sort-promises.js';
import type { UsedCell } from '../model/used-cell.js';

/** The keys under which the context holds what helpers need. Templates cannot reach symbols. */
export const DATA_SET = Symbol('data set');
export const DATA_COLUMN = Symbol('data column');

/** Called for each cell that a template or helper reads. */
export type NoteCell = (cell: UsedCell) => void;

/** A data set as helpers receive it. */
export interface DataSetValue {
  set: DataSet;
  /** Notes that all rows are read in these columns. */
  noteColumns: (columns: readonly string[]) => void;
}

/**
 * Makes `data`: each data set with its rows, its columns and its total, by their names. `noteCell` learns which cells are read,
 * so that the paper's sources hold no others.
 */
export function makeDataContext(
  { dataSets: history, meeting }: Pick<Inputs, 'dataSets' | 'meeting'>,
  dataSets: Readonly<Record<string, DataSet>>,
  noteCell: NoteCell = () => undefined,
): object {
  const getters = Object.values(dataSets).map((set): Getter => {
    let value: object | null = null;
    // A set may have 100,000 rows, and most markup names none of them.
    return [set.id, () => (value ??= makeSetContext(set, history, meeting.date, noteCell))];
  });
  return defineGetters({}, getters);
}

function makeSetContext(set: DataSet, history: readonly DataSet[], day: string, noteCell: NoteCell): object {
  const value = makeSetValue(set, (columns) => noteColumns(set, columns, noteCell));
  return defineGetters(value, [
    ...listParts(set, noteCell),
    ...listOutcomes(set, findEarlierDataSet(set, history), day, noteCell),
  ]);
}

/** Notes that columns are read in every row. */
function noteColumns({ id, period }: DataSet, columns: readonly string[], noteCell: NoteCell): void {
  for (const column of columns) noteCell({ set: id, period: period.id, row: null, column });
}

function noteRows(
  { id, period }: DataSet,
  rows: readonly DataRow[],
  columns: readonly string[],
  noteCell: NoteCell,
): void {
  for (const row of rows)
    for (const column of columns) noteCell({ set: id, period: period.id, row: row.id, column });
}

function makeSetValue(set: DataSet, noteColumns: DataSetValue['noteColumns']): object {
  return { [DATA_SET]: { set, noteColumns } satisfies DataSetValue };
}

/** Lists the columns, rows and totals of a data set by their names. */
function listParts(set: DataSet, noteCell: NoteCell): Getter[] {
  const { toCome, span } = set;
  const totals = [...(set.total ? [set.total] : []), ...set.subtotals.values()];
  const noteColumn = (column: string): void => noteColumns(set, [column], noteCell);
  const contexts = new Map<DataRow, object>();
  const readRow = (row: DataRow): object => {
    const context = contexts.get(row) ?? makeNotedRow(row, set, noteCell);
    contexts.set(row, context);
    return context;
  };
  return [
    ...set.columns.map(({ id }): Getter => [
      id,
      () => {
        noteColumn(id);
        return { [DATA_COLUMN]: { set, column: id } };
      },
    ]),
    ...set.rows.map((row): Getter => [
      row.id,
      () => {
        noteRows(set, [row], [set.key], noteCell);
        return readRow(row);
      },
    ]),
    ...totals.map((total): Getter => [total.id, () => makeRowContext(total, set, noteColumn)]),
    ...(span === null ? [] : [['period', () => span] as const]),
    ...(toCome && set.totals.length > 0 ? [['total', () => makeRowToCome(set, toCome)] as const] : []),
    [
      'rows',
      () => {
        noteColumn(set.key);
        return toCome ? [makeRowToCome(set, toCome)] : set.rows.map(readRow);
      },
    ],
  ];
}

/** Lists `kept`, `late`, `overdue`, `open` and `dropped` of a data set with days due. Each is a data set with some of the rows. */
function listOutcomes(set: DataSet, before: DataSet | null, day: string, noteCell: NoteCell): Getter[] {
  const sorted = sortPromises(set, before, day);
  if (!sorted) return [];
  return PROMISE_OUTCOMES.map((outcome): Getter => {
    // A row that is gone has the cells of the earlier period.
    const owner = outcome === 'dropped' ? (before ?? set) : set;
    const part = { ...owner, id: `${set.id}.${outcome}`, rows: sorted[outcome], toCome: set.toCome };
    const value = {
      ...makeSetValue(part, (columns) => noteRows(owner, part.rows, columns, noteCell)),
      rows: set.toCome
        ? [makeRowToCome(set, set.toCome)]
        : part.rows.map((row) => makeNotedRow(row, owner, noteCell)),
    };
    return [
      outcome,
      () => {
        for (const one of before ? [set, before] : [set]) noteDeciding(one, noteCell);
        return value;
      },
    ];
  });
}

/** Notes the cells that decide what has become of a row. A row without them would become something else. */
function noteDeciding(set: DataSet, noteCell: NoteCell): void {
  const columns = set.columns.filter(({ role }) => role !== null).map(({ id }) => id);
  noteColumns(set, [set.key, ...columns], noteCell);
}

/** Makes the only row of a data set that is to come. Everything that prints a part of it says so. */
function makeRowToCome({ columns }: DataSet, toCome: Figure): object {
  return { ...Object.fromEntries(columns.map(({ id }) => [id, toCome])), name: toCome };
}

function makeNotedRow(row: DataRow, set: DataSet, noteCell: NoteCell): object {
  return makeRowContext(row, set, (column) => noteRows(set, [row], [column], noteCell));
}

function makeRowContext(row: DataRow, set: DataSet, noteColumn: (column: string) => void): object {
  const cells = set.columns.flatMap(({ id }): Getter[] => {
    const cell = row.cells[id];
    if (!cell) return [];
    return [
      [
        id,
        () => {
          noteColumn(id);
          return readCell(cell);
        },
      ],
    ];
  });
  return defineGetters({}, [
    ...cells.filter(([id]) => id !== 'name'),
    [
      'name',
      () => {
        noteColumn(set.key);
        return getRowLabel(row, set);
      },
    ],
  ]);
}

function readCell(cell: DataCell): Figure | string {
  return cell.kind === 'figure' ? cell.figure : (getCellText(cell) ?? '');
}

type Getter = readonly [name: string, read: () => unknown];

function defineGetters(target: object, getters: readonly Getter[]): object {
  for (const [name, get] of getters)
    Object.defineProperty(target, name, { get, enumerable: true, configurable: true });
  return target;
}
