import * as z from 'zod';
import { countFittingRows, makeRowsKind } from '../grid/make-rows-kind.js';
import { MOST_SERIES } from '../grid/check-chart-rows.js';
import { directionFields, rowFields } from '../grid/row-fields.js';
import { plotBars } from '../grid/plot-bars.js';
import { readChartRows } from '../grid/read-chart-rows.js';
import type { ChartKind } from './chart-kind.js';

const schema = z.strictObject({
  kind: z.literal('stacked').describe('the parts of each row on one bar from zero'),
  ...rowFields,
  ...directionFields,
});

export const stacked: ChartKind<'stacked', typeof schema> = {
  ...makeRowsKind({
    demands: {
      series: [2, MOST_SERIES],
      instead: null,
      mostRows: () => countFittingRows(1),
      allowsNegative: false,
    },
    plot: (grid, content) =>
      plotBars(grid, content, { direction: content.direction, arrangement: 'stacked' }),
  }),
  schema,
  drawsIntervals: false,
  readContent: (entry, source) => ({
    kind: 'stacked',
    ...readChartRows(entry, [], source),
    direction: entry.direction ?? 'across',
  }),
};
