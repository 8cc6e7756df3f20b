import { addUpColumn, TOTAL } from '../../model/add-up-column.js';
import {
  getRowLabel,
  listNamedColumns,
  listTotalledColumns,
  nameColumn,
  type Computation,
  type DataCell,
  type DataColumn,
  type DataRow,
  type DataSet,
} from '../../model/data-set.js';
import { CONFIDENTIAL } from '../../model/disclosure.js';
import { EXEMPT } from '../../model/exemption.js';
import { TO_COME, type Figure } from '../../model/figure.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { Unit } from '../../model/unit.js';
import { ACROSS_BREAK, type Mark } from '../../model/mark.js';
import { findPeriodEnd, type ComparedPeriod } from '../../model/compared-period.js';
import { groupBy } from '../../model/group-by.js';
import { readGroup } from '../../model/read-group.js';
import { nameUnaddable } from '../../model/name-unaddable.js';
import { nameData } from '../../model/name-data.js';
import { sum } from '../../statistics/sum.js';

/** Finds the same data set in an earlier period. Null if that has no file. */
export type FindEarlierSet = (period: ComparedPeriod) => DataSet | null;

/** Computes the computed columns of every row, and the row of totals. */
export function computeDataSet(set: DataSet, findEarlier: FindEarlierSet): DataSet {
  const columns = sortByNeed(set.columns);
  const rows = set.rows.map((row) => ({ ...row, cells: { ...row.cells } }));
  for (const column of columns) fillColumn(column, rows, { set, findEarlier });
  return {
    ...set,
    rows,
    total:
      set.totals.length > 0 && rows.length > 0 ? makeTotal(TOTAL, columns, rows, { set, findEarlier }) : null,
    subtotals: makeSubtotals(columns, rows, { set, findEarlier }),
  };
}

interface Surroundings {
  set: DataSet;
  findEarlier: FindEarlierSet;
}

/** A computed column in progress, with what its cells share. */
interface ColumnContext extends Surroundings {
  column: DataColumn;
  computation: Computation;
  /** The name in lists of figures. */
  name: string;
  formula: string;
  rows: readonly DataRow[];
  whole: Whole | null;
  /** The row that others are compared with, if the rows have it. */
  other: DataRow | undefined;
  /** The earlier data set and its rows, by name. Null for computations within a period, and without an earlier file. */
  earlier: { set: DataSet; rows: ReadonlyMap<string, DataRow> } | null;
}

function makeColumnContext(
  column: DataColumn,
  computation: Computation,
  rows: readonly DataRow[],
  { set, findEarlier }: Surroundings,
): ColumnContext {
  const earlier = computation.kind === 'previous' ? findEarlier(computation.in) : null;
  return {
    set,
    findEarlier,
    column,
    computation,
    name: nameColumn(column),
    formula: describe(computation, set),
    rows,
    whole: findWhole(computation, rows, set),
    other: computation.kind === 'against' ? rows.find(({ id }) => id === computation.row) : undefined,
    earlier: earlier && { set: earlier, rows: new Map(earlier.rows.map((row) => [row.id, row])) },
  };
}

/** Puts each computed column after those that it is computed from. The definition has no circle. */
function sortByNeed(columns: readonly DataColumn[]): DataColumn[] {
  const sorted: DataColumn[] = [];
  const add = (column: DataColumn | undefined): void => {
    if (!column || sorted.includes(column)) return;
    if (column.computation?.kind !== 'previous')
      for (const name of listNamedColumns(column)) add(columns.find(({ id }) => id === name));
    sorted.push(column);
  };
  columns.forEach(add);
  return sorted;
}

/** Puts the figures of a computed column into its rows. */
function fillColumn(column: DataColumn, rows: readonly DataRow[], surroundings: Surroundings): void {
  const { computation } = column;
  if (computation === null) return;
  if (computation.kind === 'previous' && column.type !== null) {
    repeatWords(column.id, computation, rows, surroundings);
    return;
  }
  const context = makeColumnContext(column, computation, rows, surroundings);
  for (const row of rows) row.cells[column.id] = makeCell(computeFigure(row, context));
}

/** Puts the words of an earlier file into its rows. A row that it lacks has none. */
function repeatWords(
  id: string,
  computation: Extract<Computation, { kind: 'previous' }>,
  rows: readonly DataRow[],
  { findEarlier }: Surroundings,
): void {
  const earlier = new Map(findEarlier(computation.in)?.rows.map((row) => [row.id, row]));
  for (const row of rows)
    row.cells[id] = earlier.get(row.id)?.cells[computation.column] ?? { kind: 'text', text: '' };
}

/** The column as a whole, for shares and ranks. It is found once for all rows. */
interface Whole {
  /** The total, or the number of ranked figures. All figures of the column are its inputs. */
  figure: Figure;
  /** The values in ascending order. */
  sorted: readonly number[];
}

function findWhole(computation: Computation, rows: readonly DataRow[], set: DataSet): Whole | null {
  if (computation.kind !== 'share-of' && computation.kind !== 'rank-of') return null;
  const column = set.columns.find(({ id }) => id === computation.column);
  if (!column) return null;
  const parts = rows.map((row) => readFigure(row, column.id, set));
  const total = addUpColumn(set, column, parts);
  if (computation.kind === 'share-of') return { figure: total, sorted: [] };
  const sorted = parts.flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
  const missing = parts.find(({ value }) => value === null);
  const figure: Figure = {
    id: `data.${set.id}.ranked.${column.id}`,
    label: `Rows ranked by ${nameColumn(column)}`,
    value: missing ? null : parts.length,
    unit: 'count',
    ...(missing?.reason !== undefined && { reason: missing.reason }),
    place: total.place,
    period: set.period.label,
    source: set.source,
    inputs: parts,
  };
  return { figure, sorted };
}

/** Makes the cell of a computed figure. It is as confidential as the figures behind it. */
function makeCell(figure: Figure): DataCell {
  return { kind: 'figure', figure, mark: figure.value === null ? findMissingMark(figure) : null };
}

function findMissingMark({ reason }: Figure): Mark | null {
  if (reason === CONFIDENTIAL) return 'confidential';
  if (reason === EXEMPT) return 'exempt';
  return reason === ACROSS_BREAK ? 'not applicable' : null;
}

/** The result of a computation on its inputs. Null if it cannot be computed; `reason` then says why. */
interface Result {
  value: number | null;
  unit: Unit;
  places: number;
  reason?: string;
}

function computeFigure(row: DataRow, context: ColumnContext): Figure {
  const { set, column, computation, name, formula } = context;
  const inputs = findInputs(row, context);
  const missing = inputs.find(({ value }) => value === null);
  const broken = isAcrossBreak(computation, row, context.rows) ? inputs[0] : undefined;
  const result = missing
    ? makeMissing(missing)
    : broken
      ? makeMissing({ ...broken, reason: ACROSS_BREAK })
      : compute(computation, inputs, context);
  const figure: Figure = {
    id: `data.${set.id}.${row.id}.${column.id}`,
    label: `${getRowLabel(row, set)}, ${name}`,
    value: result.value,
    unit: result.unit,
    places: column.places ?? result.places,
    period: (computation.kind === 'previous' ? inputs[0]?.period : undefined) ?? set.period.label,
    place: inputs[0]?.place ?? row.place,
    source: inputs[0]?.source ?? set.source,
    formula,
    inputs,
  };
  if (result.reason !== undefined) figure.reason = result.reason;
  return figure;
}

/** Returns true if a change leads across a break: to a figure that is marked so, or to a total with such a part. */
function isAcrossBreak(computation: Computation, row: DataRow, rows: readonly DataRow[]): boolean {
  if (computation.kind !== 'difference' && computation.kind !== 'percent-change') return false;
  const isTotal = row.id === TOTAL.id || row.id.startsWith(`${TOTAL.id}-`);
  const parts = isTotal ? rows : [row];
  return parts.some(({ cells }) => {
    const cell = cells[computation.to];
    return cell?.kind === 'figure' && cell.mark === 'break';
  });
}

function makeMissing({ unit, reason }: Figure): Result {
  return { value: null, unit, places: 0, ...(reason !== undefined && { reason }) };
}

/** Finds the figures of a computation, in the order of `compute`. */
function findInputs(row: DataRow, { set, computation, whole, other, earlier }: ColumnContext): Figure[] {
  const own = (column: string): Figure => readFigure(row, column, set);
  switch (computation.kind) {
    case 'sum-of':
      return computation.columns.map(own);
    case 'difference':
    case 'percent-change':
      return [own(computation.from), own(computation.to)];
    case 'share-of':
    case 'rank-of':
      return [own(computation.column), ...(whole ? [whole.figure] : [])];
    case 'previous': {
      const same = earlier?.rows.get(row.id);
      return [
        earlier && same
          ? readFigure(same, computation.column, earlier.set)
          : makeAbsent(row, computation.column, set, computation.in),
      ];
    }
    case 'ratio':
    case 'percent-of':
      return [own(computation.of), own(computation.to)];
    case 'rate':
      return [own(computation.of), own(computation.per)];
    case 'against':
      return [readFigure(other ?? row, computation.column, set), own(computation.column)];
    default:
      return computation satisfies never;
  }
}

function readFigure(row: DataRow, column: string, set: DataSet): Figure {
  const cell = row.cells[column];
  return cell?.kind === 'figure' ? cell.figure : { ...makeAbsent(row, column, set), reason: TO_COME };
}

function makeAbsent(
  row: DataRow,
  column: string,
  set: DataSet,
  compared: ComparedPeriod = 'previous-period',
): Figure {
  const earlier = findPeriodEnd(compared, set.period);
  return {
    id: `data.${set.id}.${row.id}.${column}`,
    label: `${getRowLabel(row, set)}, ${column}`,
    value: null,
    unit: 'number',
    reason: `no figure for ${earlier.label}`,
    period: earlier.label,
    place: row.place,
    source: set.source,
  };
}

/** Computes a value from figures that all have one. */
function compute(computation: Computation, inputs: readonly Figure[], context: ColumnContext): Result {
  const values = inputs.map(({ value }) => value ?? 0);
  const [first = 0, second = 0] = values;
  const unit = inputs[0]?.unit ?? 'number';
  const places = findMostPlaces(inputs);
  switch (computation.kind) {
    case 'sum-of':
      return { value: sum(values), unit, places };
    case 'difference':
    case 'against':
      return { value: second - first, unit: getDifferenceUnit(unit), places };
    case 'percent-change':
      return divide(second - first, Math.abs(first), 'percent', 1, 'there was nothing to compare with');
    case 'share-of':
      return divide(first, second, 'percent', 1, 'the total is nothing');
    case 'rank-of':
      return { value: findRank(first, computation.column, context), unit: 'count', places: 0 };
    case 'previous':
      return { value: first, unit, places };
    case 'ratio':
      return divide(first, second, 'ratio', 2, 'the divisor is nothing');
    case 'percent-of':
      return divide(first, second, 'percent', 1, 'there was nothing to divide by');
    case 'rate':
      return divide(
        first * computation.times,
        second,
        `rate per ${computation.times}`,
        1,
        'the population is nothing',
      );
    default:
      return computation satisfies never;
  }
}

/** Returns the position of a value: 1 more than the number of better ones. */
function findRank(value: number, column: string, { set, whole }: ColumnContext): number {
  const sorted = whole?.sorted ?? [];
  const lowIsBest = set.columns.find(({ id }) => id === column)?.betterWhen === 'lower';
  return (
    1 +
    (lowIsBest
      ? countWhile(sorted, (other) => other < value)
      : sorted.length - countWhile(sorted, (other) => other <= value))
  );
}

/** Counts the first values that pass a test, which none after them pass. */
function countWhile(sorted: readonly number[], passes: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(sorted[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function getDifferenceUnit(unit: Unit): Unit {
  if (unit === 'percent') return 'points';
  return unit === 'count' ? 'number' : unit;
}

function divide(dividend: number, divisor: number, unit: Unit, places: number, reason: string): Result {
  return divisor === 0 ? { value: null, unit, places, reason } : { value: dividend / divisor, unit, places };
}

const EARLIER_WORDS = {
  'previous-period': 'one period earlier',
  'same-period-last-year': 'the same period of the year before',
  'previous-year-end': 'the end of the year before',
} as const satisfies Record<ComparedPeriod, string>;

function describe(computation: Computation, { columns }: DataSet): string {
  const name = (id: string): string => {
    const column = columns.find((candidate) => candidate.id === id);
    return column ? nameColumn(column) : id;
  };
  switch (computation.kind) {
    case 'sum-of':
      return computation.columns.map(name).join(' + ');
    case 'difference':
      return `${name(computation.to)} − ${name(computation.from)}`;
    case 'percent-change':
      return `(${name(computation.to)} − ${name(computation.from)}) ÷ ${name(computation.from)}`;
    case 'share-of':
      return `${name(computation.column)} ÷ total of ${name(computation.column)}`;
    case 'rank-of':
      return `position by ${name(computation.column)}`;
    case 'previous':
      return `${name(computation.column)}, ${EARLIER_WORDS[computation.in]}`;
    case 'ratio':
    case 'percent-of':
      return `${name(computation.of)} ÷ ${name(computation.to)}`;
    case 'rate':
      return `${name(computation.of)} ÷ ${name(computation.per)} × ${computation.times}`;
    case 'against':
      return `${name(computation.column)} − ${name(computation.column)} of ${computation.row}`;
    default:
      return computation satisfies never;
  }
}

/** Makes the totals of groups. A group of one row needs none. */
function makeSubtotals(
  columns: readonly DataColumn[],
  rows: readonly DataRow[],
  surroundings: Surroundings,
): Map<string, DataRow> {
  const { groups, totals, disclosure } = surroundings.set;
  // The total of a group would reveal a count that is hidden in it.
  if (groups === null || totals.length === 0 || disclosure !== null) return new Map();
  const members = [...groupBy(rows, (row) => readGroup(row, groups))].filter(
    ([group, grouped]) => group !== '' && grouped.length > 1,
  );
  return new Map(
    members.map(([group, grouped]) => {
      const name = { id: `total-${nameData(group)}`, label: `Total, ${group}` };
      return [group, makeTotal(name, columns, grouped, surroundings)];
    }),
  );
}

/** Finds the total of an earlier file, for a column that repeats percentages or rates of it: they do not add up. */
function findEarlierTotal(
  { id, label }: { id: string; label: string },
  column: DataColumn,
  { set, findEarlier }: Surroundings,
): Figure | null {
  const { computation } = column;
  if (computation?.kind !== 'previous') return null;
  const earlier = findEarlier(computation.in);
  if (!earlier) return null;
  const total = [...(earlier.total ? [earlier.total] : []), ...earlier.subtotals.values()].find(
    (row) => row.id === id,
  );
  const cell = total?.cells[computation.column];
  if (cell?.kind !== 'figure' || nameUnaddable(cell.figure.unit) === null) return null;
  return {
    ...cell.figure,
    id: `data.${set.id}.${id}.${column.id}`,
    label: `${label}, ${nameColumn(column)}`,
    formula: describe(computation, set),
    inputs: [cell.figure],
  };
}

/** Returns a total that is not available: of percentages or rates that repeat an earlier file without their total. */
function findUnaddable(
  { id, label }: { id: string; label: string },
  column: DataColumn,
  rows: readonly DataRow[],
  { set }: Surroundings,
): Figure | null {
  if (column.computation?.kind !== 'previous') return null;
  const repeated = rows.map((row) => readFigure(row, column.id, set)).find(({ unit }) => nameUnaddable(unit));
  if (!repeated) return null;
  return {
    ...repeated,
    id: `data.${set.id}.${id}.${column.id}`,
    label: `${label}, ${nameColumn(column)}`,
    value: null,
    reason: 'the earlier file has no such total',
    formula: describe(column.computation, set),
    inputs: [],
  };
}

/** Makes a row of totals: sums of filled-in columns, and computations on those sums. */
function makeTotal(
  name: { id: string; label: string },
  columns: readonly DataColumn[],
  rows: readonly DataRow[],
  surroundings: Surroundings,
): DataRow {
  const { set } = surroundings;
  let total: DataRow = {
    id: name.id,
    place: set.place,
    cells: { [set.key]: { kind: 'text', text: name.label } },
  };
  const needed = listTotalledColumns(set);
  for (const column of columns.filter(({ id }) => needed.has(id))) {
    const { computation } = column;
    const figure =
      findEarlierTotal(name, column, surroundings) ??
      findUnaddable(name, column, rows, surroundings) ??
      (computation === null || computation.kind === 'share-of' || computation.kind === 'previous'
        ? addUpColumn(
            set,
            column,
            rows.map((row) => readFigure(row, column.id, set)),
            name,
          )
        : computeFigure(total, makeColumnContext(column, computation, rows, surroundings)));
    total = { ...total, cells: { ...total.cells, [column.id]: makeCell(figure) } };
  }
  const printed = Object.entries(total.cells).filter(([id]) => id === set.key || set.totals.includes(id));
  return { ...total, cells: Object.fromEntries(printed) };
}
