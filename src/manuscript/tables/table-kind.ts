import type * as z from 'zod';
import type { Indicators } from '../../model/indicators.js';
import type { Inputs } from '../../model/inputs.js';
import type { Fragment } from '../../model/fragment.js';
import type { ManuscriptTable } from '../../model/manuscript.js';
import type { Markup } from '../../model/markup.js';
import type { OfKind } from '../../model/of-kind.js';
import type { Place } from '../../model/problem.js';
import type { ShownMeasures } from '../../model/shown-measures.js';
import type { TableContent } from '../../model/template.js';
import type { UsedCell } from '../../model/used-cell.js';
import type { Rendered } from '../rendered.js';

export type TableKindName = TableContent['kind'];

export type ContentOf<Name extends TableKindName> = OfKind<TableContent, Name>;

/** One kind of table: its entry in `tables.yaml`, and the rows that are made from it. */
export interface TableKind<Name extends TableKindName, Entry> {
  /** The shape of an entry in `tables.yaml`. */
  schema: z.ZodType<Entry>;
  /** The measures that an entry can name. Null when it names none. */
  shows: ShownMeasures | null;
  readContent: (entry: Entry, source: TableSource) => ContentOf<Name>;
  makeGrid: (content: ContentOf<Name>, facts: TableFacts) => Rendered<Grid>;
}

/** The file that specifies a table. */
export interface TableSource {
  /** Returns the text at a path below the table, with its place. */
  readMarkup: (path: readonly (string | number)[]) => Markup;
  /** Replaces the names of surveys by the names of their measures. */
  expandSurveys: (names: string[]) => string[];
}

/** The values that a table is made of. */
export interface TableFacts {
  inputs: Inputs;
  indicators: Indicators;
  /** Renders a cell. `self` adds names that the cell can use. */
  render: (markup: Markup, self: object) => Rendered<Fragment>;
  /** True if a section places the table. Long rows that are not printed need not be made. */
  isPlaced: boolean;
  /** The place of the table in `tables.yaml`. */
  place: Place;
}

/** Columns and rows of a table. `generated` is a note on the figures that the rows show. */
export type Grid = Pick<ManuscriptTable, 'columns' | 'heads' | 'rows'> & {
  generated: string | null;
  /** The cells of data sets that the table shows. */
  cells?: UsedCell[];
  /** Notes that headings cite by their letters. */
  lettered?: { letter: string; text: Fragment }[];
};
