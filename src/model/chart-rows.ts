import type { AxisPeriods } from './axis-periods.js';
import type { Place } from './problem.js';

/** Rows of figures in one or several series, as an entry of `charts.yaml` asks for them. */
export interface ChartRows {
  source: RowsSource;
  /** The order of rows. Null keeps that of the source. */
  sort: { by: string; order: 'ascending' | 'descending' } | null;
  /** The number of rows, from the first. Null shows all. */
  top: number | null;
  /** The author's names of series, by column. */
  names: Readonly<Record<string, string>>;
  /** The column that is drawn pale, as the figures of last year. Null if none is. */
  pale: string | null;
  target: RowsTarget | null;
  /** The columns with the ends of the intervals. Null takes the margins or intervals of the figures. */
  interval: { lower: string; upper: string } | null;
  /** The row whose figure is a line through all rows: `total`, `overall` or the name of a row. Null if there is none. */
  reference: { row: string; name: string | null } | null;
  /** The columns whose texts are printed beside the rows. */
  beside: readonly string[];
  /** True if each mark has its value. */
  isLabelled: boolean;
  place: Place;
  /** The place of each key in `charts.yaml`, as "columns", "columns.0". */
  places: Readonly<Record<string, Place>>;
}

/** The origin of a chart's rows. */
export type RowsSource =
  | {
      kind: 'data';
      set: string;
      columns: readonly string[];
      /** `periods` shows the periods of the data set along the axis, and the others those of one length. */
      over: 'rows' | 'periods' | AxisPeriods;
      /** The number of rows along the axis, up to the last. Null shows all. */
      last: number | null;
      /** The earlier period of two. Its name is a folder. Null if the chart compares no periods. */
      from: string | null;
      /** The names of rows in their order. Null shows all. */
      rows: readonly string[] | null;
      /** The values that a row must have, by column. */
      where: Readonly<Record<string, readonly (string | number)[]>>;
    }
  | {
      kind: 'measures';
      measures: readonly string[];
      columns: readonly string[];
      from: string | null;
      /** True to name periods by their dates: "Year to March 2008". */
      hasDates: boolean;
    }
  /** All areas of a measure of the kind area-ranking. */
  | { kind: 'areas'; measure: string }
  /** The author named neither data nor measures, or both. */
  | { kind: 'unclear'; count: number };

/** A target: one for all rows, a column with one for each row, or the targets of the measures. */
export type RowsTarget = { name: string | null } & (
  { kind: 'value'; value: number } | { kind: 'column'; column: string } | { kind: 'own' }
);

/** The results of a measure that a series can show. */
export const MEASURE_SERIES = ['value', 'earlier', 'change', 'percent-change', 'target'] as const;

export type MeasureSeries = (typeof MEASURE_SERIES)[number];
