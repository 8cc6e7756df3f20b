import type { Table } from '../../model/blocks/table.js';
import { makeNoteAnchor } from '../../model/make-note-anchor.js';
import type { Theme } from '../../model/theme.js';
import type { PdfNode, StackNode, TableNode, TextNode } from '../nodes/pdf-node.js';
import { createCaptionNode } from './caption.js';
import { createFootnoteNode } from './note.js';
import { createHeadRows, createRowCells } from './table-cells.js';
import { computeColumnWidths } from './table-column-widths.js';
import { createTableLayout, findTypeSize } from './table-layout.js';

/** Returns a table with its caption and notes. Every page that the table reaches repeats the header row. */
export function createTableNode(table: Table, theme: Theme): StackNode {
  const { notes } = table;
  const { above, below } = theme.layout.tables;
  return {
    stack: [
      ...createTableCaption(table, theme),
      createGridNode(table, theme),
      ...notes.map((_note, index) => createTableNote(table, index, theme)),
      ...createRepeatedCaption(table, theme),
    ],
    ...(!table.isDivided && { floats: 'if-it-fits' }),
    margin: [0, above, 0, below],
  };
}

function createTableCaption(table: Table, theme: Theme): PdfNode[] {
  if (table.number === null && table.title.length === 0) return [];
  return [{ ...createCaptionNode(table, theme), tag: { role: 'Caption' }, keepWithNext: true }];
}

/** A caption for the further pages of a long table. Screen readers have read the caption already. */
function createRepeatedCaption(table: Table, theme: Theme): PdfNode[] {
  if (table.number === null) return [];
  const number = `${table.number} (continued)`;
  const caption = createCaptionNode({ ...table, anchor: null, number }, theme);
  return [{ ...caption, tag: 'artifact', isOnlyRepeated: true }];
}

function createGridNode(table: Table, theme: Theme): TableNode {
  const { columns, rows, notes } = table;
  const headRows = createHeadRows(table, theme);
  return {
    table: {
      widths: computeColumnWidths(table, theme),
      body: [...headRows, ...rows.map((row, index) => createRowCells(row, index, table, theme))],
    },
    layout: createTableLayout(table, theme),
    fontSize: findTypeSize(columns, theme),
    lineHeight: theme.layout.tables.leading,
    headRows: headRows.length,
    ...(notes.length > 0 && { keepWithNext: true }),
  };
}

function createTableNote(table: Table, index: number, theme: Theme): TextNode {
  const { above, gap } = theme.layout.tables.notes;
  return {
    ...createFootnoteNode(table.notes[index] ?? [], theme, makeNoteAnchor(table, index + 1)),
    margin: [0, index === 0 ? above : gap, 0, gap],
    ...(index < table.notes.length - 1 && { keepWithNext: true }),
  };
}
