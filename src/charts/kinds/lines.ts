import * as z from 'zod';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { formatValue } from '../../format/figures.js';
import type { ChartRows } from '../../model/chart-rows.js';
import type { TrendChart } from '../../model/drawing.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { OfKind } from '../../model/of-kind.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { ChartContent } from '../../model/template.js';
import { makeRowGrid } from '../grid/make-row-grid.js';
import { MOST_SERIES } from '../grid/check-chart-rows.js';
import { makeRowsKind } from '../grid/make-rows-kind.js';
import { plotCell, plotLines } from '../grid/plot-grid.js';
import { intervalFields, rowFields } from '../grid/row-fields.js';
import { readChartRows } from '../grid/read-chart-rows.js';
import type { RowGrid } from '../grid/row-grid.js';
import { AXIS_WORDS } from '../../model/axis-periods.js';
import { lastField } from '../grid/last-field.js';
import type { ChartKind } from './chart-kind.js';

const schema = z.strictObject({
  kind: z.literal('lines').describe('lines over the periods of a data set, or over its rows'),
  ...rowFields,
  ...intervalFields,
  over: field(
    z.enum(['rows', 'periods', ...AXIS_WORDS]),
    'the axis: rows by default, with a line for each column; periods has a line for each row, over periods as long as that of the paper; months, quarters, halves or years are periods of that length',
    'periods',
    'months',
  ).optional(),
  last: lastField.optional(),
  emphasis: field(id, 'the column or row whose line is heavier', 'total').optional(),
});

const rowsKind = makeRowsKind<OfKind<ChartContent, 'lines'>>({
  demands: { series: [1, MOST_SERIES], instead: null, mostRows: () => 400, allowsNegative: true },
  adapt: showTargets,
  plot: (grid, content) => plotLinesOf(grid, content.emphasis),
});

export const lines: ChartKind<'lines', typeof schema> = {
  ...rowsKind,
  check: (content, indicators) => {
    const problems = rowsKind.check(content, indicators);
    return problems.length > 0 ? problems : checkTarget(content, makeRowGrid(content, indicators));
  },
  schema,
  drawsIntervals: true,
  readContent: (entry, source) => ({
    kind: 'lines',
    ...readChartRows(entry, ['value'], source),
    emphasis: entry.emphasis,
  }),
};

/** Draws the targets of rows: as one line through all of them if they agree, and otherwise as a series of its own. */
function showTargets(grid: RowGrid): RowGrid {
  const { rows, series, targetName } = grid;
  if (targetName === null) return grid;
  const targets = rows.flatMap(({ target }) => target ?? []);
  const [first] = targets;
  const isOne = targets.length === rows.length && new Set(targets.map(({ value }) => value)).size === 1;
  if (first && first.value !== null && isOne)
    return {
      ...grid,
      targetName: null,
      target: { label: `${targetName} ${formatValue(first)}`, figure: { ...first, label: targetName } },
    };
  return {
    ...grid,
    targetName: null,
    series: [...series, { id: 'target', label: targetName, isPale: false, places: findMostPlaces(targets) }],
    rows: rows.map((row) => ({ ...row, cells: [...row.cells, { figure: row.target, mark: null }] })),
  };
}

/** Reports a column of targets that no line can show. */
function checkTarget({ target, places, place }: ChartRows, grid: RowGrid | null): Problem[] {
  if (target?.kind !== 'column' || !grid || grid.rows.length === 0 || grid.targetName !== null) return [];
  return [
    makeError(
      'chart-can-be-drawn',
      places['target'] ?? place,
      'the chart has no row with a target in this column',
      {
        expected: 'a column with the target of each row, or over periods the targets of a single row',
        hint: 'A number after target: is a line through the whole chart.',
      },
    ),
  ];
}

function plotLinesOf(grid: RowGrid, emphasis: string | undefined): TrendChart {
  const { series, rows, unit } = grid;
  return {
    kind: 'trend',
    periods: rows.map(({ label }) => label),
    unit: unit ?? 'number',
    targets: plotLines(grid).flatMap((line) => (line.kind === 'target' ? { ...line, series: null } : [])),
    series: series.map((one, index) => ({
      label: one.label,
      isEmphasised: one.id === emphasis || series.length === 1,
      points: rows.map(({ cells }) => plotCell(cells[index] ?? { figure: null, mark: null }, one)),
    })),
  };
}
