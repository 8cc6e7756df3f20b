import * as z from 'zod';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import type { TrendChart } from '../../model/drawing.js';
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
    'the axis: rows by default, with a line for each column; periods has a line for each row; months, quarters, halves or years are the periods of one length, also in the paper of a longer one',
    'periods',
    'months',
  ).optional(),
  last: lastField.optional(),
  emphasis: field(id, 'the column or row whose line is heavier', 'total').optional(),
});

export const lines: ChartKind<'lines', typeof schema> = {
  ...makeRowsKind({
    demands: { series: [1, MOST_SERIES], instead: null, mostRows: () => 400, allowsNegative: true },
    plot: (grid, content) => plotLinesOf(grid, content.emphasis),
  }),
  schema,
  drawsIntervals: true,
  readContent: (entry, source) => ({
    kind: 'lines',
    ...readChartRows(entry, ['value'], source),
    emphasis: entry.emphasis,
  }),
};

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
