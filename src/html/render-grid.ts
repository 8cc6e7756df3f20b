import { makeElement, markup, type Html } from '../markup/markup.js';
import { findHead, type Column, type Head, type Row } from '../model/blocks/table.js';
import { findHeadingColumn } from '../model/find-heading-column.js';
import { toPlainText, type Inline } from '../model/inline.js';
import { startsSecondTable } from '../model/starts-second-table.js';
import type { HtmlOptions } from './html-options.js';
import { renderInlines } from './render-inlines.js';

/** The head and rows of a table in the paper, or of the numbers behind a chart. */
interface Grid {
  /** The start of the ids of header cells. */
  id: string;
  columns: Pick<Column, 'heading' | 'align' | 'headsRows'>[];
  /** Headings above those of columns. */
  heads?: Head[] | undefined;
  rows: Row[];
}

/** A grid with what its cells share. */
interface Layout extends Grid {
  /** The column that heads a cell's row, by the cell's column. */
  headingColumns: readonly number[];
  hasSecondTable: boolean;
  /** The number of each row, from 1. */
  rowNumbers: ReadonlyMap<Row, number>;
}

/**
 * Renders the head and the bodies. A group row heads the rows below it. When two tables are side by side, `scope` cannot say which
 * header belongs to a cell. Each cell then names its headers by id.
 */
export function renderGrid(grid: Grid, options: HtmlOptions): Html {
  const layout = layOut(grid);
  const bodies = groupRows(grid.rows).map(
    (rows) => markup`\n<tbody>${rows.map((row) => renderRow(layout, row, options))}\n</tbody>`,
  );
  return markup`${renderColumnGroups(grid)}\n<thead>${renderHeadRows(layout, options)}\n</thead>${bodies}\n`;
}

function layOut(grid: Grid): Layout {
  const { columns, rows } = grid;
  return {
    ...grid,
    headingColumns: columns.map((_column, index) => findHeadingColumn(columns, index)),
    hasSecondTable: columns.some((_column, index) => startsSecondTable(columns, index)),
    rowNumbers: new Map(rows.map((row, index) => [row, index + 1])),
  };
}

/** Renders one row of headings, or two if some columns have a heading above theirs. */
function renderHeadRows(grid: Layout, options: HtmlOptions): Html[] {
  const headers = grid.columns.map((_column, index) => renderColumnHeader(grid, index, options));
  const { heads = [] } = grid;
  if (heads.length === 0) return [markup`\n<tr>${headers}</tr>`];
  const upper = headers.flatMap((header, index) => {
    const head = findHead(heads, index);
    if (!head) return [header];
    return head.start === index
      ? [
          makeElement(
            'th',
            { scope: 'colgroup', colspan: head.span, class: getSpanClass(head.heading) },
            renderInlines(head.heading, options),
          ),
        ]
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

function renderColumnHeader(grid: Layout, index: number, options: HtmlOptions): Html {
  const { heading = [], align = 'left' } = grid.columns[index] ?? {};
  const isTall = (grid.heads ?? []).length > 0 && findHead(grid.heads, index) === null;
  const classes = joinClasses([
    ...listCellClasses(align, heading),
    grid.headingColumns[index] === index ? 'stub' : null,
  ]);
  const attributes = { class: classes, rowspan: isTall ? 2 : null };
  if (toPlainText(heading) === '') return makeElement('td', attributes, null);
  const id = grid.hasSecondTable ? getColumnHeaderId(grid, index) : null;
  return makeElement('th', { id, scope: 'col', ...attributes }, renderInlines(heading, options));
}

function renderRow(grid: Layout, row: Row, options: HtmlOptions): Html {
  switch (row.kind) {
    case 'group':
      return renderGroupRow(grid, row, options);
    case 'gap':
      return renderGapRow(grid, row, options);
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
  const cell = makeElement(
    'th',
    { scope: 'rowgroup', colspan: columns.length, class: getSpanClass(cells[0]) },
    heading,
  );
  return markup`\n<tr class="group">${cell}</tr>`;
}

/** Renders the words for rows that are left out. They head no row. */
function renderGapRow({ columns }: Grid, { cells }: Row, options: HtmlOptions): Html {
  const cell = makeElement(
    'td',
    { colspan: columns.length, class: getSpanClass(cells[0]) },
    renderInlines(cells[0] ?? [], options),
  );
  return markup`\n<tr class="gap">${cell}</tr>`;
}

function renderCell(grid: Layout, row: Row, column: number, options: HtmlOptions): Html {
  const headerColumn = grid.headingColumns[column] ?? 0;
  const content = row.cells[column] ?? [];
  const rowHeaderId = getRowHeaderId(grid, row, headerColumn);
  const isHeader = column === headerColumn && rowHeaderId !== null;
  const headers = [getColumnHeaderId(grid, column), isHeader ? null : rowHeaderId].filter(
    (id) => id !== null,
  );
  const attributes = {
    ...(isHeader && { scope: 'row' }),
    ...(grid.hasSecondTable && { id: isHeader ? rowHeaderId : null, headers: headers.join(' ') || null }),
    class: joinClasses(listCellClasses(grid.columns[column]?.align ?? 'left', content)),
  };
  return makeElement(isHeader ? 'th' : 'td', attributes, renderInlines(content, options));
}

/** Returns null when the heading is empty. */
function getColumnHeaderId({ id, columns }: Grid, column: number): string | null {
  const isEmpty = toPlainText(columns[column]?.heading ?? []) === '';
  return isEmpty ? null : `${id}_column${column + 1}`;
}

/** Returns null when the cell is empty. */
function getRowHeaderId({ id, rowNumbers }: Layout, row: Row, column: number): string | null {
  const isEmpty = toPlainText(row.cells[column] ?? []) === '';
  return isEmpty ? null : `${id}_row${rowNumbers.get(row) ?? 0}-${column + 1}`;
}

/** The longest word that a narrow column does not break, in characters. */
const LONGEST_WORD = 22;

/** Lists the classes of a cell: `figure` aligns numbers, and `long` breaks words that would widen the page. */
function listCellClasses(align: Column['align'], content: readonly Inline[]): (string | null)[] {
  const isLong = toPlainText(content)
    .split(/[\s-]+/)
    .some((word) => word.length > LONGEST_WORD);
  return [align === 'left' ? null : 'figure', isLong ? 'long' : null];
}

/** Returns the class of a cell that spans columns. */
function getSpanClass(content: readonly Inline[] = []): string | null {
  return joinClasses(listCellClasses('left', content));
}

function joinClasses(classes: (string | null)[]): string | null {
  return classes.filter((name) => name !== null).join(' ') || null;
}
