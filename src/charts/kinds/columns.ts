import * as z from 'zod';
import { intervalFields, rowFields } from '../grid/row-fields.js';
import { countFittingRows, makeRowsKind } from '../grid/make-rows-kind.js';
import { plotBars } from '../grid/plot-bars.js';
import { readChartRows } from '../grid/read-chart-rows.js';
import type { ChartKind } from './chart-kind.js';

const schema = z.strictObject({
  kind: z
    .literal('columns')
    .describe('a column from zero for each row; long names turn the columns into bars'),
  ...rowFields,
  ...intervalFields,
});

export const columns: ChartKind<'columns', typeof schema> = {
  ...makeRowsKind({
    demands: { series: [1, 1], instead: 'grouped', mostRows: countFittingRows, allowsNegative: true },
    plot: (grid, content) => plotBars(grid, content, { direction: 'up', arrangement: 'beside' }),
  }),
  schema,
  drawsIntervals: true,
  readContent: (entry, source) => ({ kind: 'columns', ...readChartRows(entry, ['value'], source) }),
};
