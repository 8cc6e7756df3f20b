import * as z from 'zod';
import type { ChartRows } from '../../model/chart-rows.js';
import type { DotChart, DotRow } from '../../model/drawing.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { countFittingRows, makeRowsKind } from '../grid/make-rows-kind.js';
import { plotCell } from '../grid/plot-grid.js';
import { plotRanges } from '../grid/plot-ranges.js';
import { readChartRows } from '../grid/read-chart-rows.js';
import { besideFields, intervalFields, rowFields } from '../grid/row-fields.js';
import type { RowGrid } from '../grid/row-grid.js';
import { CONFIDENTIAL, isConfidential } from '../../model/disclosure.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { ChartKind } from './chart-kind.js';
import { findMeasures } from '../../model/find-measures.js';
import { listMeasureValues } from './list-measure-values.js';

const schema = z.strictObject({
  kind: z.literal('dots').describe('a dot for each row, with its interval; or counts on a logarithmic scale'),
  ...rowFields,
  ...intervalFields,
  ...besideFields,
  measure: field(
    withNames(id, 'measures of the kind area-ranking'),
    'the areas of a league table, with their ranks; instead of data: and measures:',
    'ward-satisfied',
  ).optional(),
  reference: z
    .union([
      field(
        id,
        'the row whose value is a line through all: total, or the name of a row; overall for a measure',
        'total',
      ),
      z.strictObject({
        row: field(id, 'the row, total or overall', 'overall'),
        name: field(text, 'the words at the line', 'All parks'),
      }),
    ])
    .describe('the line for the whole')
    .optional(),
  scale: field(
    z.enum(['linear', 'logarithmic']),
    'logarithmic by default for measures:, and linear for others',
    'linear',
  ).optional(),
});

const common = makeRowsKind({
  demands: { series: [1, 1], instead: 'grouped', mostRows: countFittingRows, allowsNegative: true },
  plot: (grid, content: ChartRows & { isLogarithmic: boolean }) =>
    content.isLogarithmic ? plotCounts(grid) : plotRanges(grid),
});

export const dots: ChartKind<'dots', typeof schema> = {
  ...common,
  schema,
  showsAlone: { result: 'ranking', canNameSurvey: false },
  drawsIntervals: true,
  readContent: (entry, source) => ({
    kind: 'dots',
    ...readChartRows(entry, ['value'], source),
    isLogarithmic: (entry.scale ?? (entry.measures ? 'logarithmic' : 'linear')) === 'logarithmic',
  }),
  listTemplateValues: (content, indicators) => ({
    ...(content.source.kind === 'measures' &&
      listMeasureValues(findMeasures(content.source.measures, indicators))),
    ...common.listTemplateValues(content, indicators),
  }),
};

/** Plots counts on a logarithmic scale, largest first. Missing ones come last. */
function plotCounts({ rows, series: [series] }: RowGrid): DotChart {
  const value = ({ cells: [cell] }: RowGrid['rows'][number]): number => cell?.figure?.value ?? -1;
  const hasZero = rows.some((row) => value(row) === 0);
  return {
    kind: 'dots',
    rows: [...rows]
      .sort((a, b) => value(b) - value(a))
      .map(({ label, cells: [cell] }): DotRow => {
        const point = plotCell(cell ?? { figure: null, mark: null }, series ?? { places: 0 });
        const absent = nameAbsence(cell?.figure ?? null);
        return { label, point: point.value === null ? { value: null, text: absent } : point };
      }),
    axisNote: `Logarithmic scale: each gridline is ten times the one before${hasZero ? '; a count of 0 has no dot' : ''}`,
  };
}

function nameAbsence(figure: Figure | null): string {
  if (!figure) return 'not available';
  if (isToCome(figure)) return TO_COME;
  return isConfidential(figure) ? CONFIDENTIAL : 'not available';
}
