import { findHead, type Column, type Head, type Row, type Table } from '../../model/blocks/table.js';
import { findHeadingColumn } from '../../model/find-heading-column.js';
import { startsSecondTable } from '../../model/starts-second-table.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { Tag, TextNode } from '../nodes/pdf-node.js';

/**
 * Returns the cells of the header rows: one row, or two if some columns have a heading above theirs. The cell above any other
 * heading is empty, because pdfmake does not make rows as high as a cell that spans them.
 */
export function createHeadRows(table: Table, theme: Theme): TextNode[][] {
  const { columns, heads = [] } = table;
  const cells = createHeadCells(table, theme);
  if (heads.length === 0) return [cells];
  const upper = columns.map((_column, index): TextNode => {
    const head = findHead(heads, index);
    return head?.start === index ? createSpanningHead(head, theme) : { text: '' };
  });
  return [upper, cells];
}

function createSpanningHead({ heading, span }: Head, theme: Theme): TextNode {
  return {
    tag: { role: 'TH', scope: 'Column' },
    text: createTextRuns(heading, theme),
    colSpan: span,
    bold: true,
    alignment: 'center',
    color: theme.colours.ink,
  };
}

function createHeadCells(table: Table, theme: Theme): TextNode[] {
  return table.columns.map(({ heading, align }, index) => ({
    tag:
      heading.length === 0 ? { role: 'TD' } : { role: 'TH', scope: 'Column', id: makeColumnId(table, index) },
    text: createTextRuns(heading, theme),
    bold: true,
    alignment: toAlignment(align),
    color: theme.colours.ink,
  }));
}

/** Returns the cells of one row. Rows count from 0, without the header row. */
export function createRowCells(row: Row, rowIndex: number, table: Table, theme: Theme): TextNode[] {
  if (row.kind === 'group') return createGroupCells(row, table, theme);
  if (row.kind === 'gap') return createGapCells(row, table, theme);
  return table.columns.map(({ align }, index) => ({
    text: createTextRuns(row.cells[index] ?? [], theme),
    alignment: toAlignment(align),
    bold: row.kind === 'total',
    ...(row.kind === 'total' && { keepWithPrevious: true }),
    tag: createCellTag(table, rowIndex, index),
  }));
}

/** A group's heading spans the table. pdfmake needs a node for every cell that it covers. */
function createGroupCells({ cells }: Row, { columns }: Table, theme: Theme): TextNode[] {
  const heading: TextNode = {
    text: createTextRuns(cells[0] ?? [], theme),
    colSpan: columns.length,
    tag: { role: 'TH', scope: 'Row' },
    italics: true,
    color: theme.colours.soft,
    keepWithNext: true,
  };
  return [heading, ...columns.slice(1).map(() => ({ text: '' }))];
}

/** Returns the words for rows that are left out, across the table. They head no row. */
function createGapCells({ cells }: Row, { columns }: Table, theme: Theme): TextNode[] {
  const words: TextNode = {
    text: createTextRuns(cells[0] ?? [], theme),
    colSpan: columns.length,
    tag: { role: 'TD' },
    italics: true,
    color: theme.colours.soft,
    keepWithNext: true,
  };
  return [words, ...columns.slice(1).map(() => ({ text: '' }))];
}

/**
 * Creates the tag of a cell. The first cell is the heading of its row, unless a column says that it heads the rows. Two tables side
 * by side have a heading each, so their cells name the ids of their headings.
 */
function createCellTag(table: Table, rowIndex: number, index: number): Tag {
  const { columns, anchor } = table;
  const id = `${anchor}-row-${rowIndex + 1}`;
  const heading = findHeadingColumn(columns, index);
  const hasSecondTable = columns.some((_column, column) => startsSecondTable(columns, column));
  if (!hasSecondTable) return index === heading ? { role: 'TH', scope: 'Row', id } : { role: 'TD' };
  const headingId = `${id}-${heading + 1}`;
  return index === heading
    ? { role: 'TH', scope: 'Row', id: headingId }
    : { role: 'TD', headers: [makeColumnId(table, index), headingId] };
}

function makeColumnId({ anchor }: Table, column: number): string {
  return `${anchor}-column-${column + 1}`;
}

/** A `decimal` column aligns on the last digit, as right alignment does. */
function toAlignment(align: Column['align']): 'left' | 'right' {
  return align === 'left' ? 'left' : 'right';
}
