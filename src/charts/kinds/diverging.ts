import * as z from 'zod';
import { field } from '../../schema/field.js';
import { text } from '../../schema/scalars.js';
import { countFittingRows, makeRowsKind } from '../grid/make-rows-kind.js';
import { besideFields, intervalFields, rowFields } from '../grid/row-fields.js';
import { plotBars } from '../grid/plot-bars.js';
import { readChartRows } from '../grid/read-chart-rows.js';
import type { ChartKind } from './chart-kind.js';

const schema = z.strictObject({
  kind: z.literal('diverging').describe('a bar to the left or to the right of zero for each row'),
  ...rowFields,
  ...intervalFields,
  ...besideFields,
  ends: z
    .strictObject({
      below: field(text, 'the words for bars to the left', 'Underspend'),
      above: field(text, 'the words for bars to the right', 'Overspend'),
    })
    .describe('the words over both sides of zero')
    .optional(),
});

export const diverging: ChartKind<'diverging', typeof schema> = {
  ...makeRowsKind({
    demands: { series: [1, 1], instead: 'grouped', mostRows: countFittingRows, allowsNegative: true },
    plot: (grid, content) =>
      plotBars(grid, content, {
        direction: 'across',
        arrangement: 'beside',
        ends: content.ends,
        isSigned: true,
      }),
  }),
  schema,
  drawsIntervals: true,
  readContent: (entry, source) => ({
    kind: 'diverging',
    ...readChartRows(entry, ['change'], source),
    ends: entry.ends ?? null,
  }),
};
