import { Paragraph, TableCell, TableRow } from 'docx';
import { findHead, type Column, type Table } from '../../model/blocks/table.js';
import type { Inline } from '../../model/inline.js';
import { findTypeSize } from '../../pdf/blocks/table-layout.js';
import { STYLES } from '../create-styles.js';
import { createRuns } from '../text/create-runs.js';
import type { RunLook } from '../text/run-look.js';
import { toHex } from '../text/to-hex.js';
import { toHalfPoints, toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';
import { createBorder } from './borders.js';

/** A table with what its cells share. Widths and paddings are in twips. */
export interface Grid {
  table: Table;
  widths: number[];
  paddings: { left: number; right: number }[];
  context: WordContext;
}

/** A cell: the columns that it covers, its content and its look. */
interface Cell {
  column: number;
  span?: number;
  rowSpan?: number;
  content: Inline[];
  look?: RunLook;
  alignment: 'left' | 'right' | 'center';
  isHead: boolean;
  /** True for a strong line under it. */
  hasRule: boolean;
  keepNext?: boolean;
}

/** Returns one row of headings, or two if some columns have a heading above theirs. */
export function createHeadRows(grid: Grid): TableRow[] {
  const { columns, heads = [] } = grid.table;
  const headings = columns.map(({ heading, align }, column): Cell => ({
    column,
    content: heading,
    look: { bold: true },
    alignment: toAlignment(align),
    isHead: true,
    hasRule: true,
  }));
  if (heads.length === 0) return [createTableRow(grid, headings, true)];
  const upper = headings.flatMap((cell): Cell[] => {
    const head = findHead(heads, cell.column);
    if (!head) return [{ ...cell, rowSpan: 2 }];
    if (head.start !== cell.column) return [];
    return [{ ...cell, content: head.heading, span: head.span, alignment: 'center', hasRule: false }];
  });
  const lower = headings.filter(({ column }) => findHead(heads, column) !== null);
  return [createTableRow(grid, upper, true), createTableRow(grid, lower, true)];
}

/** Returns a row. A group or a gap has one cell across the table. */
export function createRow(grid: Grid, index: number): TableRow {
  const { columns, rows } = grid.table;
  const row = rows[index];
  const hasRule = index === rows.length - 1;
  const isNextTotal = rows[index + 1]?.kind === 'total';
  if (!row) throw new Error('internal error: a table has no such row');
  if (row.kind === 'group' || row.kind === 'gap') {
    const look = { italics: true, color: toHex(grid.context.theme.colours.soft) };
    const [content = []] = row.cells;
    return createTableRow(
      grid,
      [
        {
          column: 0,
          span: columns.length,
          content,
          look,
          alignment: 'left',
          isHead: false,
          hasRule,
          keepNext: true,
        },
      ],
      false,
    );
  }
  const cells = columns.map(({ align }, column): Cell => ({
    column,
    content: row.cells[column] ?? [],
    ...(row.kind === 'total' && { look: { bold: true } }),
    alignment: toAlignment(align),
    isHead: false,
    hasRule,
    keepNext: isNextTotal || (hasRule && grid.table.notes.length > 0),
  }));
  return createTableRow(grid, cells, false);
}

function createTableRow(grid: Grid, cells: Cell[], isHead: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(isHead && { tableHeader: true }),
    children: cells.map((cell) => createCell(grid, cell)),
  });
}

function createCell({ table, widths, paddings, context }: Grid, cell: Cell): TableCell {
  const { colours, layout } = context.theme;
  const { column, span = 1, rowSpan = 1 } = cell;
  const { top, bottom } = layout.tables.padding;
  const size = findTypeSize(table.columns, context.theme);
  const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
  const line = cell.hasRule
    ? createBorder(colours.accent, layout.tables.rule)
    : createBorder(colours.hairline, layout.tables.hairline);
  return new TableCell({
    width: { size: width, type: 'dxa' },
    ...(span > 1 && { columnSpan: span }),
    ...(rowSpan > 1 && { rowSpan }),
    borders: { bottom: line },
    ...(cell.isHead && { shading: { type: 'clear', fill: toHex(colours.tint), color: 'auto' } }),
    verticalAlign: cell.isHead ? 'bottom' : 'top',
    margins: {
      top: toTwips(top),
      bottom: toTwips(bottom),
      left: paddings[column]?.left ?? 0,
      right: paddings[column + span - 1]?.right ?? 0,
    },
    children: [
      new Paragraph({
        style: STYLES.tableText,
        alignment: cell.alignment,
        ...(cell.keepNext || cell.isHead ? { keepNext: true } : {}),
        children: createRuns(cell.content, context, { ...cell.look, size: toHalfPoints(size) }),
      }),
    ],
  });
}

/** A `decimal` column aligns on the last digit, as right alignment does. */
function toAlignment(align: Column['align']): 'left' | 'right' {
  return align === 'left' ? 'left' : 'right';
}
