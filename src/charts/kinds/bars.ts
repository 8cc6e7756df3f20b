import * as z from 'zod';
import { besideFields, intervalFields, rowFields } from '../grid/row-fields.js';
import { countFittingRows, makeRowsKind } from '../grid/make-rows-kind.js';
import { plotBars } from '../grid/plot-bars.js';
import { readChartRows } from '../grid/read-chart-rows.js';
import type { ChartKind } from './chart-kind.js';

const schema = z.strictObject({
  kind: z.literal('bars').describe('a horizontal bar from zero for each row'),
  ...rowFields,
  ...intervalFields,
  ...besideFields,
});

export const bars: ChartKind<'bars', typeof schema> = {
  ...makeRowsKind({
    demands: { series: [1, 1], instead: 'grouped', mostRows: countFittingRows, allowsNegative: true },
    plot: (grid, content) => plotBars(grid, content, { direction: 'across', arrangement: 'beside' }),
  }),
  schema,
  drawsIntervals: true,
  readContent: (entry, source) => ({ kind: 'bars', ...readChartRows(entry, ['value'], source) }),
};
