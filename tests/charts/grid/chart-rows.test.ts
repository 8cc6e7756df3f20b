import { expect, test } from 'vitest';
import { checkChartRows, type RowDemands } from '../../../src/charts/grid/check-chart-rows.js';
import { describeGrid } from '../../../src/charts/grid/describe-grid.js';
import { explainMarks } from '../../../src/charts/grid/explain-marks.js';
import { makeRowGrid } from '../../../src/charts/grid/make-row-grid.js';
import { addChanges } from '../../../src/charts/grid/add-changes.js';
import { readChartRows, type RowsEntry } from '../../../src/charts/grid/read-chart-rows.js';
import { sortByChange } from '../../../src/charts/grid/sort-by-change.js';
import { tabulateGrid } from '../../../src/charts/grid/tabulate-grid.js';
import type { RowGrid } from '../../../src/charts/grid/row-grid.js';
import type { DataCell, DataColumn, DataSet } from '../../../src/model/data-set.js';
import type { Indicators } from '../../../src/model/indicators.js';
import type { Mark } from '../../../src/model/mark.js';
import { parsePeriod } from '../../../src/model/period.js';
import type { Unit } from '../../../src/model/unit.js';

const place = { file: 'charts.yaml', line: 1, column: 1 };

function makeColumn(id: string, unit: Unit | null): DataColumn {
  return {
    id,
    label: { text: id, place },
    type: unit === null ? 'text' : 'count',
    isTypeInferred: false,
    unit,
    computation: null,
    places: null,
    isSigned: false,
    isConfirmed: false,
    betterWhen: null,
    carry: 'empty',
    role: null,
    steps: [],
    place,
  };
}

function makeCell(value: number | Mark | null, unit: Unit, id: string): DataCell {
  const [number, mark] = typeof value === 'string' ? [null, value] : [value, null];
  return {
    kind: 'figure',
    mark,
    figure: { id, label: id, value: number, unit, ...(mark && { reason: mark }), place, source: 'a log' },
  };
}

type Row = [
  name: string,
  group: string,
  last: number | Mark | null,
  now: number | Mark | null,
  days?: number,
];

function makeSet(id: string, rows: Row[]): DataSet {
  const period = parsePeriod(id, 4);
  if (!period) throw new Error(id);
  return {
    id: 'complaints',
    title: { text: '', place },
    period,
    columns: [
      makeColumn('name', null),
      makeColumn('group', null),
      makeColumn('last', 'count'),
      makeColumn('now', 'count'),
      makeColumn('days', 'days'),
    ],
    key: 'name',
    groups: null,
    totals: [],
    rows: rows.map(([name, group, last, now, days = 1]) => ({
      id: name,
      place,
      cells: {
        name: { kind: 'text', text: name },
        group: { kind: 'text', text: group },
        last: makeCell(last, 'count', `${name}.last`),
        now: makeCell(now, 'count', `${name}.now`),
        days: makeCell(days, 'days', `${name}.days`),
      },
    })),
    total: null,
    disclosure: null,
    statedTotals: {},
    subtotals: new Map(),
    source: 'a log',
    owner: null,
    due: null,
    spreadsheet: null,
    headings: new Map(),
    isInferred: false,
    span: null,
    toCome: null,
    carry: 'empty',
    unreviewed: [],
    place,
  };
}

const ROWS: Row[] = [
  ['bins', 'streets', 40, 62],
  ['parks', 'streets', 'confidential', 7],
  ['damp', 'homes', 88, 80],
];

function makeIndicators(rows: Row[] = ROWS): Indicators {
  const sets = [makeSet('2029-30-q1', [['bins', '', 30, 40]]), makeSet('2029-30-q3', rows)];
  return {
    measures: {},
    measuresOver: {},
    rankings: {},
    shares: {},
    tests: {},
    dataSets: { complaints: sets[1] ?? makeSet('2029-30-q3', rows) },
    dataSetHistory: { complaints: sets },
  };
}

const DEMANDS: RowDemands = { series: [1, 5], instead: null, mostRows: () => 5, allowsNegative: true };

function read(entry: RowsEntry) {
  return readChartRows({ data: 'complaints', ...entry }, [], {
    measures: [],
    placeOf: (...keys) => ({
      ...place,
      file: keys.join('.'),
    }),
  });
}

function make(entry: RowsEntry, rows?: Row[]): RowGrid {
  const grid = makeRowGrid(read(entry), makeIndicators(rows));
  if (!grid) throw new Error('no grid');
  return grid;
}

function check(entry: RowsEntry, demands: Partial<RowDemands> = {}, rows?: Row[]): string[] {
  const content = read(entry);
  const indicators = makeIndicators(rows);
  const grid = makeRowGrid(content, indicators);
  return checkChartRows(content, grid, { ...DEMANDS, ...demands }, indicators).map(
    ({ rule, place: at, message, expected = '', hint = '' }) =>
      [rule, at?.file, message, expected, hint].join(' | '),
  );
}

test('has a series for each column and a row for each row, in the order asked for', () => {
  const grid = make({
    columns: ['last', 'now'],
    sort: { by: 'now', order: 'descending' },
    top: 2,
    pale: 'last',
  });
  expect(grid.rows.map(({ label }) => label)).toEqual(['damp', 'bins']);
  expect(grid.series.map(({ label, isPale }) => [label, isPale])).toEqual([
    ['last', true],
    ['now', false],
  ]);
  expect(grid.unit).toBe('count');
});

test('shows only the rows that fit or that are named', () => {
  expect(make({ columns: ['now'], where: { group: 'Streets' } }).rows).toHaveLength(2);
  expect(make({ columns: ['now'], rows: ['damp', 'bins'] }).rows.map(({ id }) => id)).toEqual([
    'damp',
    'bins',
  ]);
});

test('compares the figures of two periods, and leaves out what was not on file', () => {
  const grid = make({ columns: ['now'], from: '2029-30-q1' });
  expect(grid.series.map(({ label }) => label)).toEqual(['2029/30 Q1', '2029/30 Q3']);
  expect(grid.rows.map(({ cells }) => cells.map(({ figure }) => figure?.value ?? null))).toEqual([
    [40, 62],
    [null, 7],
    [null, 80],
  ]);
});

test('keeps a period without a file on the axis', () => {
  const grid = make({ columns: ['now'], over: 'periods', rows: ['bins'] });
  expect(grid.rows.map(({ label, cells }) => [label, cells[0]?.figure?.value ?? null])).toEqual([
    ['2029/30 Q1', 40],
    ['2029/30 Q2', null],
    ['2029/30 Q3', 62],
  ]);
});

test('prints a missing cell as its mark, never as zero', () => {
  const grid = make({ columns: ['last'] });
  expect(
    tabulateGrid(grid).rows.map(({ cells: [cell] }) =>
      typeof cell === 'object' && cell && 'text' in cell ? cell.text : cell,
    ),
  ).toEqual(['40', '[c]', '88']);
  expect(explainMarks(grid)).toBe('Key: [c] confidential.');
  expect(describeGrid(grid)).toBe('bins: 40; damp: 88. No figure: parks.');
});

test('describes many rows by both ends', () => {
  const rows = Array.from({ length: 9 }, (_, index): Row => [`r${index}`, '', 1, index]);
  expect(describeGrid(make({ columns: ['now'] }, rows))).toBe(
    '9 of 9 rows have a figure. Highest: r8, 8. Lowest: r0, 0.',
  );
});

test('sorts changes from the largest rise, and traces each to its figures', () => {
  const grid = addChanges(sortByChange(make({ columns: ['last', 'now'] })));
  expect(grid.rows.map(({ id, change }) => [id, change?.value])).toEqual([
    ['bins', 22],
    ['damp', -8],
    ['parks', undefined],
  ]);
  expect(grid.rows[0]?.change?.inputs?.map(({ id }) => id)).toEqual(['bins.last', 'bins.now']);
});

test('draws a typed target in the unit of the chart', () => {
  const { target } = make({ columns: ['now'], target: { value: 50, name: 'Limit' } });
  expect(target).toMatchObject({ label: 'Limit 50', figure: { value: 50, unit: 'count' } });
});

test.each<[string, RowsEntry, Partial<RowDemands>, string]>([
  [
    'a column of words',
    { columns: ['group'] },
    {},
    'chart-can-be-drawn | columns.0 | the column "group" has no numbers',
  ],
  ['an unknown column', { columns: ['nov'] }, {}, 'Did you mean "now"?'],
  [
    'an unknown row',
    { columns: ['now'], rows: ['binz'] },
    {},
    'row-exists | rows.0 | no row is called "binz"',
  ],
  ['an unknown column to sort by', { columns: ['now'], sort: { by: 'when' } }, {}, 'column-exists | sort.by'],
  ['mixed units', { columns: ['now', 'days'] }, {}, 'the chart mixes units: count, days'],
  ['no source', { data: undefined, columns: ['now'] }, {}, 'the chart does not say what it shows'],
  ['two sources', { measures: ['visits'] }, {}, 'the chart names two things to show'],
  ['no columns', {}, {}, 'the chart names no columns to show'],
  ['an unknown data set', { data: 'complaint', columns: ['now'] }, {}, 'Did you mean "complaints"?'],
  ['an unknown period', { columns: ['now'], from: '2028-29-q1' }, {}, 'one of 2029-30-q1'],
  [
    'too many series for its kind',
    { columns: ['last', 'now'] },
    { series: [1, 1], instead: 'grouped' },
    'Use kind: grouped',
  ],
  ['too many rows', { columns: ['now'] }, { mostRows: () => 2 }, '3 rows do not fit on a page'],
])('reports %s', (_name, entry, demands, message) => {
  expect(check(entry, demands).join('\n')).toContain(message);
});

test('reports six series', () => {
  const rows = Array.from({ length: 6 }, (_, index): Row => [`r${index}`, '', 1, index]);
  expect(check({ columns: ['now'], over: 'periods' }, {}, rows).join()).toContain(
    'the chart has 6 series | 1 to 5 series | A reader cannot tell more apart.',
  );
});

test('reports values below zero in stacks', () => {
  expect(
    check({ columns: ['last', 'now'] }, { allowsNegative: false }, [['bins', '', 5, -1]]).join(),
  ).toContain('a stacked bar cannot show values below zero: bins');
});

test('accepts rows that are all missing', () => {
  expect(check({ columns: ['now'] }, {}, [['bins', '', null, null]])).toEqual([]);
});
