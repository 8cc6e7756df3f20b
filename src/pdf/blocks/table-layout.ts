import type { Column, Table } from '../../model/blocks/table.js';
import { startsSecondTable } from '../../model/starts-second-table.js';
import type { Theme } from '../../model/theme.js';
import type { TableLayout } from '../nodes/pdf-node.js';

/** A table with more columns is wide. Its text is smaller. */
const MAX_COLUMNS_OF_NARROW_TABLE = 6;

/** Returns thin lines between rows and stronger ones under the head and the last row. There are no vertical lines. */
export function createTableLayout({ columns, heads = [], rows }: Table, theme: Theme): TableLayout {
  const { accent, hairline, tint } = theme.colours;
  const { tables } = theme.layout;
  const headRows = heads.length > 0 ? 2 : 1;
  const isStrong = (line: number): boolean => line === headRows || line === rows.length + headRows;
  return {
    hLineWidth: (line) => {
      if (line === 0) return 0;
      return isStrong(line) ? tables.rule : tables.hairline;
    },
    hLineColor: (line) => (isStrong(line) ? accent : hairline),
    vLineWidth: () => 0,
    fillColor: (row) => (row < headRows ? tint : null),
    paddingLeft: (column) => findLeftPadding(columns, column, theme),
    paddingRight: () => findPadding(columns, theme),
    paddingTop: () => tables.padding.top,
    paddingBottom: () => tables.padding.bottom,
  };
}

/** Returns the size of the table's text in points. */
export function findTypeSize(columns: Column[], { text, layout }: Theme): number {
  return isWide(columns) ? text.small : text.size - layout.tables.smaller;
}

/** The least distance between figures and the words to the right of them, in points. */
const LEAST_GUTTER = 12;

/**
 * Returns the space in points to the left of a column's text. Words after figures, and a second table, have a larger distance to the
 * column before.
 */
export function findLeftPadding(columns: Column[], index: number, theme: Theme): number {
  const padding = findPadding(columns, theme);
  if (startsSecondTable(columns, index)) return 3 * padding;
  const followsFigures =
    index > 0 && columns[index - 1]?.align !== 'left' && columns[index]?.align === 'left';
  return followsFigures ? Math.max(padding, LEAST_GUTTER - padding) : padding;
}

/** Returns the space in points to the right of each column's text. */
export function findPadding(columns: Column[], { layout }: Theme): number {
  const { side, narrow } = layout.tables.padding;
  return isWide(columns) ? narrow : side;
}

function isWide(columns: Column[]): boolean {
  return columns.length > MAX_COLUMNS_OF_NARROW_TABLE;
}
