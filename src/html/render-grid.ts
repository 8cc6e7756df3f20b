import { makeElement, markup, type Html } from '../markup/markup.js';
import type { Column, Row } from '../model/blocks/table.js';
import { toPlainText } from '../model/inline.js';
import { startsSecondTable } from '../model/starts-second-table.js';
import type { HtmlOptions } from './html-options.js';
import { renderInlines } from './render-inlines.js';

/** The head and rows of a table in the paper, or of the numbers behind a chart. */
interface Grid {
  /** The start of the ids of header cells. */
  id: string;
  columns: Pick<Column, 'heading' | 'align'>[];
  rows: Row[];
}

/**
 * Renders the head and the bodies. The first cell of a row is its header, and a group row heads the rows
 * below it. When two tables are side by side, `scope` cannot say which header belongs to a cell. Each cell
 * then names its headers by id.
 */
export function renderGrid(grid: Grid, options: HtmlOptions): Html {
  const head = grid.columns.map((_column, index) => renderColumnHeader(grid, index, options));
  const bodies = groupRows(grid.rows).map(
    (rows) => markup`\n<tbody>${rows.map((row) => renderRow(grid, row, options))}\n</tbody>`,
  );
  return markup`\n<thead>\n<tr>${head}</tr>\n</thead>${bodies}\n`;
}

/** Splits rows into table bodies: a group row starts a new body. */
function groupRows(rows: Row[]): Row[][] {
  const starts = rows.flatMap(({ kind }, index) => (index === 0 || kind === 'group' ? [index] : []));
  return starts.map((start, index) => rows.slice(start, starts[index + 1]));
}

function renderColumnHeader(grid: Grid, index: number, options: HtmlOptions): Html {
  const { heading = [], align = 'left' } = grid.columns[index] ?? {};
  const alignment = { class: getAlignmentClass(align) };
  if (toPlainText(heading) === '') return makeElement('td', alignment, null);
  const id = hasSecondTable(grid) ? getColumnHeaderId(grid, index) : null;
  return makeElement('th', { id, scope: 'col', ...alignment }, renderInlines(heading, options));
}

function renderRow(grid: Grid, row: Row, options: HtmlOptions): Html {
  switch (row.kind) {
    case 'group':
      return renderGroupRow(grid, row, options);
    case 'data':
    case 'total': {
      const cells = grid.columns.map((_column, index) => renderCell(grid, row, index, options));
      return markup`\n${makeElement('tr', { class: row.kind === 'total' ? 'total' : null }, cells)}`;
    }
    default:
      return row.kind satisfies never;
  }
}

function renderGroupRow({ columns }: Grid, { cells }: Row, options: HtmlOptions): Html {
  const heading = renderInlines(cells[0] ?? [], options);
  const cell = makeElement('th', { scope: 'rowgroup', colspan: columns.length }, heading);
  return markup`\n<tr class="group">${cell}</tr>`;
}

function renderCell(grid: Grid, row: Row, column: number, options: HtmlOptions): Html {
  const headerColumn = findHeaderColumn(grid, column);
  const rowHeaderId = getRowHeaderId(grid, row, headerColumn);
  const isHeader = column === headerColumn && rowHeaderId !== null;
  const headers = [getColumnHeaderId(grid, column), isHeader ? null : rowHeaderId].filter(
    (id) => id !== null,
  );
  const attributes = {
    ...(isHeader && { scope: 'row' }),
    ...(hasSecondTable(grid) && { id: isHeader ? rowHeaderId : null, headers: headers.join(' ') || null }),
    class: getAlignmentClass(grid.columns[column]?.align ?? 'left'),
  };
  return makeElement(isHeader ? 'th' : 'td', attributes, renderInlines(row.cells[column] ?? [], options));
}

/** Returns null when the heading is empty. */
function getColumnHeaderId({ id, columns }: Grid, column: number): string | null {
  const isEmpty = toPlainText(columns[column]?.heading ?? []) === '';
  return isEmpty ? null : `${id}_column${column + 1}`;
}

/** Returns null when the cell is empty. */
function getRowHeaderId({ id, rows }: Grid, row: Row, column: number): string | null {
  const isEmpty = toPlainText(row.cells[column] ?? []) === '';
  return isEmpty ? null : `${id}_row${rows.indexOf(row) + 1}-${column + 1}`;
}

function getAlignmentClass(align: Column['align']): string | null {
  return align === 'left' ? null : 'figure';
}

function hasSecondTable({ columns }: Grid): boolean {
  return columns.some((_column, index) => startsSecondTable(columns, index));
}

/** Finds the column with the row header of a cell. A second table has its own. */
function findHeaderColumn({ columns }: Grid, column: number): number {
  const starts = columns.flatMap((_column, index) => (startsSecondTable(columns, index) ? [index] : []));
  return starts.findLast((start) => start <= column) ?? 0;
}
