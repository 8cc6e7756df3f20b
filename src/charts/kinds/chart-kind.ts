import type * as z from 'zod';
import type { ChartData, MissingChart } from '../../model/drawing.js';
import type { Figure } from '../../model/figure.js';
import type { Indicators } from '../../model/indicators.js';
import type { Organisation } from '../../model/organisation.js';
import type { Measure } from '../../model/measure.js';
import type { OfKind } from '../../model/of-kind.js';
import type { ShownMeasures } from '../../model/shown-measures.js';
import type { ChartContent } from '../../model/template.js';

export type ChartKindName = ChartContent['kind'];

/**
 * One kind of chart: its entry in `charts.yaml`, the data that it draws, and the numbers behind the drawing.
 * The Chart.js configuration is in `<kind>-config.ts`.
 */
export interface ChartKind<Name extends ChartKindName, Schema extends z.ZodObject> {
  /** The shape of an entry in `charts.yaml`. */
  schema: Schema;
  /** The measures that an entry can name. */
  shows: ShownMeasures;
  /** True if the drawing shows the confidence intervals of its figures. */
  drawsIntervals: boolean;
  readContent: (entry: z.infer<Schema>, measures: readonly Measure[]) => OfKind<ChartContent, Name>;
  /** Returns a notice if every figure is missing, and null if the measures do not exist. */
  computeData: (
    content: OfKind<ChartContent, Name>,
    indicators: Indicators,
    areas: Organisation['areas'],
  ) => OfKind<ChartData, Name> | MissingChart | null;
  /** Writes the note that explains the drawing. Null if it needs none. */
  writeNote: (content: OfKind<ChartContent, Name>, indicators: Indicators) => string | null;
  /** Describes what the drawing adds to the author's text alternative. Null if it adds nothing. */
  extendAlternative: (content: OfKind<ChartContent, Name>, indicators: Indicators) => string | null;
  tabulate: (content: OfKind<ChartContent, Name>, indicators: Indicators) => NumberTable;
  /** Returns the values that the chart's own title and alternative reach as `{{chart.…}}`. */
  listTemplateValues: (content: OfKind<ChartContent, Name>, indicators: Indicators) => object;
}

/** The numbers behind a chart, for `figures.csv` and for readers who cannot see the drawing. */
export interface NumberTable {
  /** The headings of the columns, without the column of labels. */
  columns: string[];
  /** One cell for each column. */
  rows: { label: string; cells: NumberCell[] }[];
}

/** A figure as the paper usually prints it, a figure with its own text, a word, or nothing. */
export type NumberCell = Figure | { figure: Figure; text: string } | string | null;
