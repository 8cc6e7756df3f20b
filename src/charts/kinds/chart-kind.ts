import type * as z from 'zod';
import type { CellText } from '../../format/cell-texts.js';
import type { ChartData } from '../../model/drawing.js';
import type { Figure } from '../../model/figure.js';
import type { Indicators } from '../../model/indicators.js';
import type { Organisation } from '../../model/organisation.js';
import type { Measure } from '../../model/measure.js';
import type { OfKind } from '../../model/of-kind.js';
import type { Problem } from '../../model/problem.js';
import type { ShownMeasures } from '../../model/shown-measures.js';
import type { ChartContent } from '../../model/template.js';
import type { UsedCell } from '../../model/used-cell.js';
import type { PlaceOf } from '../grid/read-chart-rows.js';

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
  /** The kind of result that the key `measure:` needs, if it differs from that of `measures:`. */
  showsAlone?: ShownMeasures;
  /** True if the drawing shows the confidence intervals of its figures. */
  drawsIntervals: boolean;
  readContent: (entry: z.infer<Schema>, source: ChartSource) => OfKind<ChartContent, Name>;
  /** Reports what keeps the chart from being drawn. Absent if the schema says it all. */
  check?: (content: OfKind<ChartContent, Name>, indicators: Indicators) => Problem[];
  /** Lists the cells of data sets that decide on the rows of the chart. */
  listCells?: (content: OfKind<ChartContent, Name>, indicators: Indicators) => UsedCell[];
  /** Returns a notice if every figure is missing, and null if the measures do not exist. */
  computeData: (
    content: OfKind<ChartContent, Name>,
    indicators: Indicators,
    areas: Organisation['areas'],
  ) => ChartData | null;
  /** Writes the note that explains the drawing. Null if it needs none. */
  writeNote: (content: OfKind<ChartContent, Name>, indicators: Indicators) => string | null;
  /** Describes what the drawing adds to the author's text alternative. Null if it adds nothing. */
  extendAlternative: (content: OfKind<ChartContent, Name>, indicators: Indicators) => string | null;
  tabulate: (content: OfKind<ChartContent, Name>, indicators: Indicators) => NumberTable;
  /** Returns the values that the chart's own title and alternative reach as `{{chart.…}}`. */
  listTemplateValues: (content: OfKind<ChartContent, Name>, indicators: Indicators) => object;
}

/** The project and the file that an entry is read from. */
export interface ChartSource {
  measures: readonly Measure[];
  placeOf: PlaceOf;
}

/** The numbers behind a chart, for `figures.csv` and for readers who cannot see the drawing. */
export interface NumberTable {
  /** The headings of the columns, without the column of labels. */
  columns: string[];
  /** One cell for each column. `isLine` marks a line through all rows, which is drawn without its interval. */
  rows: { label: string; cells: NumberCell[]; isLine?: true }[];
}

/** A figure as the paper usually prints it, a figure with its own text, a word, or nothing. */
export type NumberCell = Figure | CellText | string | null;
