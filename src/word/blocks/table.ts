import { Paragraph, Table, type FileChild } from 'docx';
import type { Table as TableBlock } from '../../model/blocks/table.js';
import type { Theme } from '../../model/theme.js';
import { computeColumnWidths } from '../../pdf/blocks/table-column-widths.js';
import { findLeftPadding, findPadding } from '../../pdf/blocks/table-layout.js';
import { STYLES } from '../create-styles.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';
import { NO_BORDERS } from './borders.js';
import { createCaption } from './caption.js';
import { createNotes } from './note.js';
import { createHeadRows, createRow, type Grid } from './table-rows.js';

/** Returns a table with its caption and notes. Each page that it reaches repeats its head. */
export function createTable(table: TableBlock, context: WordContext): FileChild[] {
  const { above, below, notes } = context.theme.layout.tables;
  const hasCaption = table.number !== null || table.title.length > 0;
  const space = (before: number, after: number): Paragraph =>
    new Paragraph({ style: STYLES.space, spacing: { before: toTwips(before), after: toTwips(after) } });
  return [
    hasCaption ? createCaption(table, above, context) : space(above, 0),
    createGrid(table, context),
    ...(table.notes.length > 0 ? [space(notes.above, 0)] : []),
    ...createNotes(table, context),
    space(0, below),
  ];
}

/** The width of the letters of office typefaces, as a multiple of those that the PDF's columns are made for. */
const WIDER = 1.06;

/** Widens the typeface by which columns are planned, so that figures do not break. */
function allowForDigits(theme: Theme): Theme {
  const { typeface } = theme;
  return { ...theme, typeface: { ...typeface, width: typeface.width * WIDER } };
}

function createGrid(table: TableBlock, context: WordContext): Table {
  const { theme } = context;
  const { columns } = table;
  const paddings = columns.map((_column, index) => ({
    left: toTwips(findLeftPadding(columns, index, theme)),
    right: toTwips(findPadding(columns, theme)),
  }));
  // The PDF's widths are those of the text.
  const widths = computeColumnWidths(table, allowForDigits(theme)).map(
    (width, index) => toTwips(width) + (paddings[index]?.left ?? 0) + (paddings[index]?.right ?? 0),
  );
  const grid: Grid = { table, widths, paddings, context };
  return new Table({
    layout: 'fixed',
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths: widths,
    borders: NO_BORDERS,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [...createHeadRows(grid), ...table.rows.map((_row, index) => createRow(grid, index))],
  });
}
