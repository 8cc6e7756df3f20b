import * as z from 'zod';
import { addChanges } from '../grid/add-changes.js';
import { describeChanges } from '../grid/describe-grid.js';
import { countFittingRows, makeRowsKind } from '../grid/make-rows-kind.js';
import { plotRanges } from '../grid/plot-ranges.js';
import { readChartRows } from '../grid/read-chart-rows.js';
import { besideFields, fromFields, rowFields } from '../grid/row-fields.js';
import { sortByChange } from '../grid/sort-by-change.js';
import type { ChartKind } from './chart-kind.js';

const schema = z.strictObject({
  kind: z
    .literal('slopes')
    .describe('the change of each row from one period or column to another, the largest rise first'),
  ...rowFields,
  ...besideFields,
  ...fromFields,
});

export const slopes: ChartKind<'slopes', typeof schema> = {
  ...makeRowsKind({
    demands: { series: [2, 2], instead: null, mostRows: () => countFittingRows(2), allowsNegative: true },
    adapt: (grid, content) => addChanges(content.sort ? grid : sortByChange(grid)),
    plot: plotRanges,
    describe: describeChanges,
  }),
  schema,
  drawsIntervals: true,
  readContent: (entry, source) => ({
    kind: 'slopes',
    ...readChartRows(entry, ['earlier', 'value'], source),
  }),
};
