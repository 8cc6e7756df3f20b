import { AREA_COLUMN_TEXTS, isAreaColumn } from '../../format/area-column-texts.js';
import { joinFirstNames } from '../../format/words.js';
import { MEASURE_SERIES, type ChartRows, type RowsSource } from '../../model/chart-rows.js';
import { isNumberColumn, TOTAL_ROW, type DataColumn, type DataSet } from '../../model/data-set.js';
import type { Indicators } from '../../model/indicators.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { adviseOnName } from '../../model/suggest-name.js';
import { AXIS_PERIODS } from '../../model/axis-periods.js';
import { periodNoun } from '../../model/period.js';
import { findChartSet } from './find-chart-set.js';
import type { RowGrid } from './row-grid.js';
import { nameUnit } from '../../model/unit.js';
import { listUnits } from './find-common-unit.js';

/** The demands of a kind of chart on its rows. */
export interface RowDemands {
  /** The least and the greatest number of series. */
  series: readonly [least: number, most: number];
  /** The kind to use for more series. */
  instead: string | null;
  /** The greatest number of rows that fit on a page, by the number of series. */
  mostRows: (series: number) => number;
  /** False if bars below zero cannot be drawn. */
  allowsNegative: boolean;
}

const AREA_COLUMNS = Object.keys(AREA_COLUMN_TEXTS);

/** The greatest number of series that a reader can tell apart. */
export const MOST_SERIES = 5;

/** Reports what keeps a chart from being drawn: names that do not exist, units that differ, too many series or rows. */
export function checkChartRows(
  content: ChartRows,
  grid: RowGrid | null,
  demands: RowDemands,
  indicators: Indicators,
): Problem[] {
  const named = checkNames(content, indicators);
  return named.length > 0 || !grid ? named : checkGrid(content, grid, demands);
}

function findPlace({ places, place }: ChartRows, ...keys: string[]): Place {
  return keys.map((key) => places[key]).find((at) => at !== undefined) ?? place;
}

function checkNames(content: ChartRows, indicators: Indicators): Problem[] {
  const { source } = content;
  switch (source.kind) {
    case 'data': {
      const found = findChartSet(source, indicators);
      return found
        ? [
            ...checkDataColumns(content, source, found.set),
            ...checkDataRows(content, source, found.set),
            ...checkPeriod(content, source, indicators),
            ...checkDates(content),
          ]
        : [reportUnknownSet(content, source, indicators)];
    }
    case 'measures':
      return [...checkMeasureSeries(content, source), ...checkMeasureBeside(content)];
    case 'areas':
      return [...checkAreaColumns(content), ...checkDates(content)];
    case 'unclear':
      return [
        makeError(
          'chart-can-be-drawn',
          content.place,
          source.count === 0 ? 'the chart does not say what it shows' : 'the chart names two things to show',
          { expected: 'either data: with the name of a data set, or measures:' },
        ),
      ];
    default:
      return source satisfies never;
  }
}

function reportUnknownSet(
  content: ChartRows,
  { set: name, over }: DataSource,
  { dataSets, dataSetHistory }: Indicators,
): Problem {
  if (over !== 'rows' && over !== 'periods' && Object.hasOwn(dataSetHistory, name))
    return makeError(
      'chart-can-be-drawn',
      findPlace(content, 'over'),
      `"${name}" has no file for a ${periodNoun({ kind: AXIS_PERIODS[over] })}`,
      {
        expected: `${name}.csv, .xlsx or .yaml in the folders of ${over}`,
        hint: 'over: periods shows the periods that are as long as that of the paper.',
      },
    );
  const known = Object.keys(over === 'rows' || over === 'periods' ? dataSets : dataSetHistory);
  const message = `there is no data set "${name}" for this period`;
  return makeError('data-set-exists', findPlace(content, 'data'), message, adviseOnName(name, known));
}

type DataSource = Extract<RowsSource, { kind: 'data' }>;

function checkDataColumns(content: ChartRows, source: DataSource, set: DataSet): Problem[] {
  const { sort, target, interval, beside, pale } = content;
  const numbers = set.columns.filter((column) => isNumeric(column, set)).map(({ id }) => id);
  const all = set.columns.map(({ id }) => id);
  const shown = source.columns.map((id, index) => ({ id, key: `columns.${index}` }));
  const numeric = [
    ...shown,
    ...(target?.kind === 'column' ? [{ id: target.column, key: 'target' }] : []),
    ...(interval
      ? [
          { id: interval.lower, key: 'interval.0' },
          { id: interval.upper, key: 'interval.1' },
        ]
      : []),
  ];
  const others = [
    ...Object.keys(source.where).map((id) => ({ id, key: `where.${id}` })),
    ...(sort ? [{ id: sort.by, key: 'sort.by' }] : []),
    ...beside.map((id, index) => ({ id, key: `beside.${index}` })),
  ];
  if (shown.length === 0)
    return [
      makeError('chart-can-be-drawn', findPlace(content, 'data'), 'the chart names no columns to show', {
        expected: `columns: with some of ${numbers.join(', ')}`,
      }),
    ];
  return [
    ...numeric.flatMap(({ id, key }) =>
      all.includes(id)
        ? numbers.includes(id)
          ? []
          : [reportText(id, numbers, findPlace(content, key))]
        : [reportUnknownColumn(id, numbers, findPlace(content, key))],
    ),
    ...others.flatMap(({ id, key }) =>
      all.includes(id) ? [] : [reportUnknownColumn(id, all, findPlace(content, key))],
    ),
    ...(pale === null || source.columns.includes(pale)
      ? []
      : [reportUnknownColumn(pale, source.columns, findPlace(content, 'pale'))]),
  ];
}

/** Returns true if a column has numbers. A column whose cells are all empty may have them. */
function isNumeric(column: DataColumn, { rows }: DataSet): boolean {
  if (isNumberColumn(column) || column.type === 'measure') return true;
  return (
    column.isTypeInferred &&
    rows.every(({ cells }) => {
      const cell = cells[column.id];
      return !cell || cell.kind === 'figure' || (cell.kind === 'text' && cell.text === '');
    })
  );
}

function reportText(id: string, numbers: readonly string[], place: Place): Problem {
  return makeError('chart-can-be-drawn', place, `the column "${id}" has no numbers`, {
    expected: numbers.length > 0 ? `a column with numbers: ${numbers.join(', ')}` : 'a column with numbers',
    hint: 'Bars, dots and lines need numbers. A column of words can stand under beside:.',
  });
}

function reportUnknownColumn(id: string, known: readonly string[], place: Place): Problem {
  return makeError('column-exists', place, `no column is called "${id}"`, adviseOnName(id, known));
}

function checkDataRows(content: ChartRows, { rows }: DataSource, set: DataSet): Problem[] {
  const known = [...set.rows.map(({ id }) => id), ...(set.total ? [TOTAL_ROW] : [])];
  const { reference } = content;
  const named = [
    ...(rows ?? []).map((id, index) => ({ id, key: `rows.${index}` })),
    ...(reference ? [{ id: reference.row, key: 'reference' }] : []),
  ];
  // A data set that is to come has no rows yet.
  if (set.toCome) return [];
  return named
    .filter(({ id }) => !known.includes(id))
    .map(({ id, key }) =>
      makeError(
        'row-exists',
        findPlace(content, key, 'reference.row'),
        `no row is called "${id}"`,
        adviseOnName(id, known),
      ),
    );
}

function checkPeriod(
  content: ChartRows,
  { set, from }: DataSource,
  { dataSetHistory }: Indicators,
): Problem[] {
  const known = (dataSetHistory[set] ?? []).map(({ period }) => period.id).slice(0, -1);
  if (from === null || known.includes(from)) return [];
  return [
    makeError(
      'chart-can-be-drawn',
      findPlace(content, 'from'),
      `"${set}" has no file for the period "${from}"`,
      {
        expected: known.length > 0 ? `one of ${known.join(', ')}` : 'an earlier period with a file',
      },
    ),
  ];
}

function checkAreaColumns(content: ChartRows): Problem[] {
  return content.beside.flatMap((id, index) =>
    isAreaColumn(id) ? [] : [reportUnknownColumn(id, AREA_COLUMNS, findPlace(content, `beside.${index}`))],
  );
}

/** Only periods of measures have dates. */
function checkDates({ places }: ChartRows): Problem[] {
  const place = places['periods'];
  if (!place) return [];
  return [
    makeError('chart-can-be-drawn', place, 'periods: dates needs measures:', {
      expected: 'no periods: in a chart of data: or measure:',
      hint: 'names: gives the columns of a data set other names.',
    }),
  ];
}

/** Measures have no columns of texts. */
function checkMeasureBeside(content: ChartRows): Problem[] {
  if (content.beside.length === 0) return [];
  return [
    makeError(
      'chart-can-be-drawn',
      findPlace(content, 'beside.0'),
      'rows of measures have no columns beside them',
      {
        expected: 'no beside:, or data: or measure: in place of measures:',
        hint: 'A table of the kind trend shows further results of measures.',
      },
    ),
  ];
}

function checkMeasureSeries(
  content: ChartRows,
  { columns }: Extract<RowsSource, { kind: 'measures' }>,
): Problem[] {
  const unknown = columns.flatMap((id, index) =>
    MEASURE_SERIES.some((known) => known === id)
      ? []
      : [
          makeError(
            'column-exists',
            findPlace(content, `columns.${index}`),
            `measures have no column "${id}"`,
            adviseOnName(id, MEASURE_SERIES),
          ),
        ],
  );
  const { sort, pale } = content;
  const named = [
    ...(sort ? [{ id: sort.by, key: 'sort.by' }] : []),
    ...(pale === null ? [] : [{ id: pale, key: 'pale' }]),
  ];
  return [
    ...unknown,
    ...named
      .filter(({ id }) => !columns.includes(id))
      .map(({ id, key }) =>
        makeError(
          'column-exists',
          findPlace(content, key),
          `the chart has no series "${id}"`,
          adviseOnName(id, columns),
        ),
      ),
  ];
}

function checkGrid(content: ChartRows, grid: RowGrid, demands: RowDemands): Problem[] {
  return [
    ...checkSeriesCount(content, grid, demands),
    ...checkUnits(content, grid),
    ...(demands.allowsNegative ? [] : checkNegative(content, grid)),
    ...checkRowCount(content, grid, demands),
  ];
}

function checkSeriesCount(
  content: ChartRows,
  { series }: RowGrid,
  { series: [least, most], instead }: RowDemands,
): Problem[] {
  const count = series.length;
  const place = findPlace(content, 'columns', 'rows');
  // A data set without rows has no lines yet.
  if (count === 0 || (count >= least && count <= most)) return [];
  const message = `the chart has ${count} ${count === 1 ? 'series' : 'series'}`;
  if (count < least)
    return [makeError('chart-can-be-drawn', place, message, { expected: describeRange(least, most) })];
  const hint =
    most >= MOST_SERIES
      ? 'A reader cannot tell more apart. Show the most important ones, or split the chart into two.'
      : instead === null
        ? undefined
        : `Use kind: ${instead} for several series.`;
  return [makeError('chart-can-be-drawn', place, message, { expected: describeRange(least, most), hint })];
}

function describeRange(least: number, most: number): string {
  if (least === most) return least === 1 ? 'one column' : `${least} columns`;
  return `${least} to ${most} series`;
}

function checkUnits(content: ChartRows, { rows, unit }: RowGrid): Problem[] {
  if (unit !== null) return [];
  const units = listUnits(rows.flatMap(({ cells }) => cells)).map(nameUnit);
  return [
    makeError(
      'chart-can-be-drawn',
      findPlace(content, 'columns', 'measures'),
      `the chart mixes units: ${units.join(', ')}`,
      {
        expected: 'figures of one unit: an axis can have no other',
        hint: 'Make a chart for each unit, and let them share a number with with:.',
      },
    ),
  ];
}

function checkNegative(content: ChartRows, { rows }: RowGrid): Problem[] {
  const negative = rows.filter(({ cells }) => cells.some(({ figure }) => (figure?.value ?? 0) < 0));
  if (negative.length === 0) return [];
  return [
    makeError(
      'chart-can-be-drawn',
      findPlace(content, 'columns'),
      `a stacked bar cannot show values below zero: ${joinFirstNames(
        negative.map(({ label }) => label),
        3,
      )}`,
      { hint: 'Use kind: diverging for signed values, or kind: grouped.' },
    ),
  ];
}

function checkRowCount(content: ChartRows, { rows, series }: RowGrid, { mostRows }: RowDemands): Problem[] {
  const most = mostRows(series.length);
  if (rows.length <= most) return [];
  return [
    makeError(
      'chart-can-be-drawn',
      findPlace(content, 'rows', 'data', 'measures'),
      `${rows.length} rows do not fit on a page`,
      {
        expected: `at most ${most} rows`,
        hint: 'Choose rows with top: or where:, or print a table.',
      },
    ),
  ];
}
