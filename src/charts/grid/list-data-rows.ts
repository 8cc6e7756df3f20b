import {
  getCellText,
  getRowLabel,
  nameColumn,
  TOTAL_ROW,
  type DataCell,
  type DataColumn,
  type DataRow,
  type DataSet,
} from '../../model/data-set.js';
import { formatValue } from '../../format/figures.js';
import type { ChartRows, RowsSource } from '../../model/chart-rows.js';
import type { Figure } from '../../model/figure.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import { groupBy } from '../../model/group-by.js';
import type { Indicators } from '../../model/indicators.js';
import { comparePeriods, shiftPeriod, type Period } from '../../model/period.js';
import { readGroup } from '../../model/read-group.js';
import { formatStep } from '../../model/scale.js';
import { selectRows } from '../../model/select-rows.js';
import type { UsedCell } from '../../model/used-cell.js';
import { findChartSet } from './find-chart-set.js';
import { formatGridCell } from './format-grid-value.js';
import type { GridCell, GridRow, GridSeries, ListedRows } from './row-grid.js';

type DataSource = Extract<RowsSource, { kind: 'data' }>;

/** Lists the rows of a data set. Returns null if the period has no such data set. */
export function listDataRows(
  content: ChartRows,
  source: DataSource,
  indicators: Pick<Indicators, 'dataSets' | 'dataSetHistory'>,
): ListedRows | null {
  const found = findChartSet(source, indicators);
  if (!found) return null;
  const { set, history } = found;
  const chosen = chooseRows(content, source, set);
  const shape = source.over !== 'rows' ? overPeriods : source.from === null ? overRows : betweenPeriods;
  const { series, rows } = shape(content, source, { set, history, chosen });
  return {
    series,
    rows: source.last === null ? rows : rows.slice(-source.last),
    beside: content.beside.map((id) => nameById(id, set)),
    reference: findReference(content, source, set),
    disclosure: set.disclosure,
    ...(content.target?.kind === 'column' && { targetColumn: nameById(content.target.column, set) }),
    gap: null,
    cells: listDecidingCells(content, source, set, chosen),
  };
}

interface Context {
  set: DataSet;
  /** The data sets of all periods, oldest first. */
  history: readonly DataSet[];
  chosen: readonly DataRow[];
}

type Shape = (
  content: ChartRows,
  source: DataSource,
  context: Context,
) => { series: GridSeries[]; rows: GridRow[] };

/** Returns the rows that the author names in their order, or those that `where`, `sort` and `top` choose. */
function chooseRows({ sort, top }: ChartRows, { rows, where }: DataSource, set: DataSet): DataRow[] {
  const named = rows === null ? set.rows : rows.flatMap((id) => findRow(id, set) ?? []);
  const selected = selectRows({ where, sort, top }, { ...set, rows: named });
  const { groups } = set;
  return groups === null ? selected : [...groupBy(selected, (row) => readGroup(row, groups)).values()].flat();
}

function findRow(id: string, { rows, total }: DataSet): DataRow | null {
  return rows.find((row) => row.id === id) ?? (id === TOTAL_ROW ? total : null);
}

/** Each column is a series. */
const overRows: Shape = (content, source, { set, chosen }) => {
  const series = source.columns.map((id): GridSeries => ({
    id,
    label: content.names[id] ?? nameById(id, set),
    isPale: content.pale === id,
    places: findPlaces(id, chosen, set),
  }));
  const rows = chosen.map((row) => ({
    ...describeRow(row, content, set),
    cells: source.columns.map((id) => readCell(row, id, content)),
  }));
  return { series, rows };
};

/** The earlier and the latest period are the series, with the figures of one column. The earlier one is pale. */
const betweenPeriods: Shape = (content, { columns: [column = ''], from }, { set, history, chosen }) => {
  const earlier = history.find(({ period }) => period.id === from);
  const label = (id: string, period: string): string => content.names[id] ?? period;
  const places = findPlaces(column, [...chosen, ...(earlier?.rows ?? [])], set);
  return {
    series: [
      { id: 'earlier', label: label('earlier', earlier?.period.label ?? from ?? ''), isPale: true, places },
      { id: 'value', label: label('value', set.period.label), isPale: false, places },
    ],
    rows: chosen.map((row) => {
      const before = earlier && findRow(row.id, earlier);
      return {
        ...describeRow(row, content, set),
        cells: [before ? readCell(before, column, content) : NO_CELL, readCell(row, column, content)],
      };
    }),
  };
};

/** Periods are along the axis. The series are the chosen rows, or the columns if only one row is chosen. */
const overPeriods: Shape = (content, { columns }, { set, history, chosen }) => {
  const periods = listPeriods(history);
  const [column = ''] = columns;
  const [only] = chosen;
  const bySeries: { series: GridSeries; read: (at: DataSet) => GridCell }[] =
    columns.length > 1 && chosen.length === 1 && only
      ? columns.map((id) => ({
          series: {
            id,
            label: content.names[id] ?? nameById(id, set),
            isPale: content.pale === id,
            places: findPlaces(id, chosen, set),
          },
          read: (at) => readRow(only.id, id, at, content),
        }))
      : chosen.map((row) => ({
          series: {
            id: row.id,
            label: content.names[row.id] ?? getRowLabel(row, set),
            isPale: false,
            places: findPlaces(column, chosen, set),
          },
          read: (at) => readRow(row.id, column, at, content),
        }));
  return {
    series: bySeries.map(({ series }) => series),
    rows: periods.map((period) => {
      const at = history.find((other) => other.period === period);
      return {
        id: period.id,
        label: period.label,
        name: period.label,
        group: null,
        beside: [],
        target: at && only && chosen.length === 1 ? readTarget(findRow(only.id, at), content) : null,
        cells: bySeries.map(({ read }) => (at ? read(at) : NO_CELL)),
      };
    }),
  };
};

const NO_CELL: GridCell = { figure: null, mark: null };

/** Lists every period from the first to the last on file, so that the axis skips none. */
function listPeriods(history: readonly DataSet[]): Period[] {
  const known = history.map(({ period }) => period).sort(comparePeriods);
  const [first, last] = [known[0], known.at(-1)];
  const periods: Period[] = [];
  if (!first || !last) return periods;
  for (let period = first; period.end <= last.end; period = shiftPeriod(period, 1)) periods.push(period);
  return periods;
}

function readRow(id: string, column: string, set: DataSet, content: ChartRows): GridCell {
  const row = findRow(id, set);
  return row ? readCell(row, column, content) : NO_CELL;
}

/** Reads a figure, with the interval of two columns if the author names them. */
function readCell(row: DataRow, column: string, { interval }: ChartRows): GridCell {
  const cell = row.cells[column];
  if (cell?.kind !== 'figure') return NO_CELL;
  const [lower, upper] = interval
    ? [interval.lower, interval.upper].map((id) => readFigure(row.cells[id])?.value ?? null)
    : [];
  const ends =
    typeof lower === 'number' && typeof upper === 'number'
      ? { interval: { lower, upper, confidence: 0.95 } }
      : {};
  return { figure: { ...cell.figure, ...ends }, mark: cell.mark };
}

function readFigure(cell: DataCell | undefined): Figure | null {
  return cell?.kind === 'figure' ? cell.figure : null;
}

function describeRow(row: DataRow, content: ChartRows, set: DataSet): Omit<GridRow, 'cells'> {
  const { beside } = content;
  const group = set.groups === null ? null : row.cells[set.groups];
  const label = content.names[row.id] ?? getRowLabel(row, set);
  return {
    id: row.id,
    label,
    name: label,
    group: group ? (getCellText(group) ?? null) : null,
    beside: beside.map((id) => readText(row, id, set)),
    target: readTarget(row, content),
  };
}

/** Reads the target of a row, where a column has it. */
function readTarget(row: DataRow | null, { target }: ChartRows): Figure | null {
  return row && target?.kind === 'column' ? readFigure(row.cells[target.column]) : null;
}

function readText(row: DataRow, id: string, set: DataSet): string {
  const cell = row.cells[id];
  if (!cell) return '';
  if (cell.kind === 'step') return formatStep(cell.step);
  if (cell.kind !== 'figure') return getCellText(cell) ?? '';
  const isSigned = set.columns.find((column) => column.id === id)?.isSigned ?? false;
  return formatGridCell(
    { figure: { ...cell.figure, isSigned }, mark: cell.mark },
    { places: findPlaces(id, [row], set) },
  );
}

function findReference(
  { reference }: ChartRows,
  { columns: [column = ''] }: DataSource,
  set: DataSet,
): ListedRows['reference'] {
  const row = reference && findRow(reference.row, set);
  const figure = row && readFigure(row.cells[column]);
  if (!figure || figure.value === null) return null;
  return { label: `${reference.name ?? getRowLabel(row, set)} ${formatValue(figure)}`, figure };
}

function nameById(id: string, { columns }: DataSet): string {
  const column = columns.find((candidate) => candidate.id === id);
  return column ? nameColumn(column) : id;
}

function findPlaces(id: string, rows: readonly DataRow[], { columns }: DataSet): number {
  const column: DataColumn | undefined = columns.find((candidate) => candidate.id === id);
  const figures = rows
    .flatMap((row) => readFigure(row.cells[id]) ?? [])
    .filter(({ value }) => value !== null);
  return column?.places ?? findMostPlaces(figures);
}

/** Lists the cells that name, group, choose and order the rows, and those beside them. */
function listDecidingCells(
  { sort, beside }: ChartRows,
  { where }: DataSource,
  set: DataSet,
  rows: readonly DataRow[],
): UsedCell[] {
  const names = new Set([set.key, ...Object.keys(where), ...beside, ...(sort ? [sort.by] : [])]);
  if (set.groups !== null) names.add(set.groups);
  return rows.flatMap((row) =>
    [...names].map((column) => ({ set: set.id, period: set.period.id, row: row.id, column })),
  );
}
