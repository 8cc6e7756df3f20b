import * as z from 'zod';
import { countFittingRows, makeRowsKind } from '../grid/make-rows-kind.js';
import { MOST_SERIES } from '../grid/check-chart-rows.js';
import { directionFields, fromFields, rowFields, seriesFields } from '../grid/row-fields.js';
import { plotBars } from '../grid/plot-bars.js';
import { readChartRows } from '../grid/read-chart-rows.js';
import type { ChartKind } from './chart-kind.js';

const schema = z.strictObject({
  kind: z.literal('grouped').describe('two to five bars from zero beside each other for each row'),
  ...rowFields,
  ...seriesFields,
  ...fromFields,
  ...directionFields,
});

export const grouped: ChartKind<'grouped', typeof schema> = {
  ...makeRowsKind({
    demands: { series: [2, MOST_SERIES], instead: null, mostRows: countFittingRows, allowsNegative: true },
    plot: (grid, content) => plotBars(grid, content, { direction: content.direction, arrangement: 'beside' }),
  }),
  schema,
  drawsIntervals: true,
  readContent: (entry, source) => ({
    kind: 'grouped',
    ...readChartRows(entry, ['earlier', 'value'], source),
    direction: entry.direction ?? 'across',
  }),
};
