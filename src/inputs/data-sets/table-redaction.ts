import type { DataSet } from '../../model/data-set.js';
import type { HiddenCells } from './find-hidden-cells.js';
import type { RawTable } from './raw-table.js';

/** The changes that take hidden numbers out of a file. Rows are counted from 0, and columns are named by their headings. */
export interface TableRedaction {
  cells: readonly { row: number; heading: string }[];
  /** The totals to write, or null for a confidential one. Null as a whole if the row of totals does not change. */
  total: {
    /** Null if the file has no row of totals yet. */
    row: number | null;
    keyHeading: string;
    cells: ReadonlyMap<string, number | null>;
  } | null;
}

/** Finds the rows and headings of hidden cells in the file that a data set comes from. */
export function locateHiddenCells(hidden: HiddenCells, set: DataSet, table: RawTable): TableRedaction {
  const indexes = new Map(table.rows.map(({ place }, index) => [place, index]));
  const rows = new Map(set.rows.map(({ id, place }) => [id, indexes.get(place) ?? -1]));
  const headingOf = (column: string): string => set.headings.get(column) ?? column;
  const known = new Set(rows.values());
  const totalRow = table.rows.findIndex((_, index) => !known.has(index));
  return {
    cells: hidden.cells.map(({ row, column }) => ({
      row: rows.get(row) ?? -1,
      heading: headingOf(column),
    })),
    total:
      hidden.totals.size === 0
        ? null
        : {
            row: totalRow < 0 ? null : totalRow,
            keyHeading: headingOf(set.key),
            cells: new Map([...hidden.totals].map(([column, total]) => [headingOf(column), total])),
          },
  };
}
