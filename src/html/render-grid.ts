import { makeElement, markup, type Html } from '../markup/markup.js';
import { findHead, type Column, type Head, type Row } from '../model/blocks/table.js';
import { toPlainText } from '../model/inline.js';
import { startsSecondTable } from '../model/starts-second-table.js';
import type { HtmlOptions } from './html-options.js';
import { renderInlines } from './render-inlines.js';

/** The head and rows of a table in the paper, or of the numbers behind a chart. */
interface Grid {
  /** The start of the ids of header cells. */
  id: string;
  columns: Pick<Column, 'heading' | 'align'>[];
  /** Headings above those of columns. */
  heads?: Head[] | undefined;
  rows: Row[];
}

/**
 * Renders the head and the bodies. The first cell of a row is its header, and a group row heads the rows
 * below it. When two tables are side by side, `scope` cannot say which header belongs to a cell. Each cell
 * then names its headers by id.
 */
export function renderGrid(grid: Grid, options: HtmlOptions): Html {
  const bodies = groupRows(grid.rows).map(
    (rows) => markup`\n<tbody>${rows.map((row) => renderRow(grid, row, options))}\n</tbody>`,
  );
  return markup`${renderColumnGroups(grid)}\n<thead>${renderHeadRows(grid, options)}\n</thead>${bodies}\n`;
}

/** Renders one row of headings, or two if some columns have a heading above theirs. */
function renderHeadRows(grid: Grid, options: HtmlOptions): Html[] {
  const headers = grid.columns.map((_column, index) => renderColumnHeader(grid, index, options));
  const { heads = [] } = grid;
  if (heads.length === 0) return [markup`\n<tr>${headers}</tr>`];
  const upper = headers.flatMap((header, index) => {
    const head = findHead(heads, index);
    if (!head) return [header];
    return head.start === index
      ? [makeElement('th', { scope: 'colgroup', colspan: head.span }, renderInlines(head.heading, options))]
      : [];
  });
  const lower = headers.filter((_header, index) => findHead(heads, index) !== null);
  return [markup`\n<tr>${upper}</tr>`, markup`\n<tr>${lower}</tr>`];
}

/** Renders the groups of columns that `scope="colgroup"` refers to. */
function renderColumnGroups({ columns, heads = [] }: Grid): Html[] {
  if (heads.length === 0) return [];
  return columns.flatMap((_column, index) => {
    const head = findHead(heads, index);
    if (head && head.start !== index) return [];
    return [markup`\n${makeElement('colgroup', { span: head ? head.span : 1 }, [])}`];
  });
}

/** Splits rows into table bodies: a group row starts a new body. */
function groupRows(rows: Row[]): Row[][] {
  const starts = rows.flatMap(({ kind }, index) => (index === 0 || kind === 'group' ? [index] : []));
  return starts.map((start, index) => rows.slice(start, starts[index + 1]));
}

function renderColumnHeader(grid: Grid, index: number, options: HtmlOptions): Html {
  const { heading = [], align = 'left' } = grid.columns[index] ?? {};
  const isTall = (grid.heads ?? []).length > 0 && findHead(grid.heads, index) === null;
  const alignment = { class: getAlignmentClass(align), rowspan: isTall ? 2 : null };
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
