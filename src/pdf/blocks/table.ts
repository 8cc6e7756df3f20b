import type { Table } from '../../model/blocks/table.js';
import { makeNoteAnchor } from '../../model/make-note-anchor.js';
import type { Theme } from '../../model/theme.js';
import type { PdfNode, StackNode, TableNode, TextNode } from '../nodes/pdf-node.js';
import { createCaptionNode } from './caption.js';
import { createFootnoteNode } from './note.js';
import { createHeadRows, createRowCells } from './table-cells.js';
import { computeColumnWidths } from './table-column-widths.js';
import { createTableLayout, findIndent, findTypeSize } from './table-layout.js';

/** A longer table may break across pages. */
const MAX_ROWS_ON_ONE_PAGE = 16;

/** Estimates in points, to decide whether a table starts on a page before it is laid out. */
const ESTIMATED_HEIGHTS = { captionAndHead: 60, row: 24, note: 26, startOfLongTable: 120 };

/** Returns a table with its caption and notes. Every page that the table reaches repeats the header row. */
export function createTableNode(table: Table, theme: Theme): StackNode {
  const { columns, rows, notes } = table;
  const { above, below } = theme.layout.tables;
  const isShort = rows.length <= MAX_ROWS_ON_ONE_PAGE;
  const { captionAndHead, row, note, startOfLongTable } = ESTIMATED_HEIGHTS;
  return {
    stack: [
      ...createTableCaption(table, theme),
      createGridNode(table, theme),
      ...notes.map((_note, index) => createTableNote(table, index, theme)),
    ],
    unbreakable: isShort,
    roomNeeded: isShort ? captionAndHead + rows.length * row + notes.length * note : startOfLongTable,
    margin: [findIndent(columns, theme), above, 0, below],
  };
}

function createTableCaption(table: Table, theme: Theme): PdfNode[] {
  if (table.number === null && table.title.length === 0) return [];
  return [{ ...createCaptionNode(table, theme), tag: { role: 'Caption' }, keepWithNext: true }];
}

function createGridNode(table: Table, theme: Theme): TableNode {
  const { columns, rows } = table;
  const headRows = createHeadRows(table, theme);
  return {
    table: {
      headerRows: headRows.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: computeColumnWidths(table, theme),
      body: [...headRows, ...rows.map((row, index) => createRowCells(row, index, table, theme))],
    },
    layout: createTableLayout(table, theme),
    fontSize: findTypeSize(columns, theme),
    lineHeight: theme.layout.tables.leading,
    roomNeeded: ESTIMATED_HEIGHTS.captionAndHead,
  };
}

function createTableNote(table: Table, index: number, theme: Theme): TextNode {
  const { above, gap } = theme.layout.tables.notes;
  return {
    ...createFootnoteNode(table.notes[index] ?? [], theme, makeNoteAnchor(table, index + 1)),
    margin: [0, index === 0 ? above : gap, 0, gap],
  };
}
