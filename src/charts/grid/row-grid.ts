import type { Figure } from '../../model/figure.js';
import type { Mark } from '../../model/mark.js';
import type { Disclosure } from '../../model/disclosure.js';
import type { Unit } from '../../model/unit.js';
import type { UsedCell } from '../../model/used-cell.js';

/** The rows of figures behind a chart, whatever they come from. */
export interface RowGrid {
  series: GridSeries[];
  rows: GridRow[];
  /** The unit of all figures. Null if they have several. */
  unit: Unit | null;
  /** The headings of the texts beside the rows. */
  beside: string[];
  /** The figure of the line through all rows. */
  reference: { label: string; figure: Figure } | null;
  /** The name of the targets of single rows. Null if they have none. */
  targetName: string | null;
  /** The target of all rows. */
  target: { label: string; figure: Figure } | null;
  disclosure: Disclosure | null;
  /** A note in the middle of the rows on those that are not shown. */
  gap: { before: number; text: string } | null;
  /** The cells of the data set that decide on the rows and their order. */
  cells: UsedCell[];
}

export interface GridSeries {
  /** The name of the column, or of the row of a line over periods. */
  id: string;
  label: string;
  isPale: boolean;
  /** The decimal places of every figure. */
  places: number;
}

export interface GridRow {
  id: string;
  label: string;
  /** The name in the table behind the chart. */
  name: string;
  /** The heading of its group. Null if rows are not grouped. */
  group: string | null;
  /** One cell for each series. */
  cells: GridCell[];
  beside: string[];
  /** The change between the two series, in charts that print it. */
  change?: Figure;
  /** The row's own target. */
  target: Figure | null;
}

/** A figure with its mark. Both are null if there is no such figure. */
export interface GridCell {
  figure: Figure | null;
  mark: Mark | null;
}

/** The rows and series of a source, before the grid has its unit and targets. */
export type ListedRows = Omit<RowGrid, 'unit' | 'target' | 'targetName'> & { targetColumn?: string };
