import type { Column, Row } from '../model/blocks/table.js';
import { toPlainText } from '../model/inline.js';
import { startsSecondTable } from '../model/starts-second-table.js';
import { inlineHtml } from './inline-html.js';
import { makeElement, markup, type Html } from '../markup/markup.js';
import type { Tracing } from './trace.js';

/** Head and rows of a table of the paper, or of the figures behind a chart. */
interface Grid {
  /** Begins the ids of header cells. */
  id: string;
  columns: Pick<Column, 'heading' | 'align'>[];
  rows: Row[];
}

/**
 * Head and bodies. The first cell heads its row, and a group row those below it. Where pairs of columns stand side by side, scope
 * cannot say which cell heads which, so each names its heads by their ids.
 */
export function gridHtml(grid: Grid, tracing: Tracing): Html {
  const head = grid.columns.map((_column, index) => columnHead(grid, index, tracing));
  const bodies = groupRows(grid.rows).map(
    (rows) => markup`\n<tbody>${rows.map((row) => rowHtml(grid, row, tracing))}\n</tbody>`,
  );
  return markup`\n<thead>\n<tr>${head}</tr>\n</thead>${bodies}\n`;
}

/** A group row begins a body of its own. */
function groupRows(rows: Row[]): Row[][] {
  const starts = rows.flatMap(({ kind }, index) => (index === 0 || kind === 'group' ? [index] : []));
  return starts.map((start, index) => rows.slice(start, starts[index + 1]));
}

function columnHead(grid: Grid, index: number, tracing: Tracing): Html {
  const { heading = [], align = 'left' } = grid.columns[index] ?? {};
  const look = { class: alignClass(align) };
  if (toPlainText(heading) === '') return makeElement('td', look, null);
  const id = hasPairs(grid) ? columnHeadId(grid, index) : null;
  return makeElement('th', { id, scope: 'col', ...look }, inlineHtml(heading, tracing));
}

function rowHtml(grid: Grid, row: Row, tracing: Tracing): Html {
  const { kind, cells } = row;
  if (kind === 'group') {
    const marks = { scope: 'rowgroup', colspan: grid.columns.length };
    return markup`\n<tr class="group">${makeElement('th', marks, inlineHtml(cells[0] ?? [], tracing))}</tr>`;
  }
  const written = grid.columns.map((_column, index) => cellHtml(grid, row, index, tracing));
  return markup`\n${makeElement('tr', { class: kind === 'total' ? 'total' : null }, written)}`;
}

function cellHtml(grid: Grid, row: Row, column: number, tracing: Tracing): Html {
  const content = row.cells[column] ?? [];
  const start = headingColumn(grid, column);
  const headId = rowHeadId(grid, row, start);
  const heads = column === start && headId !== null;
  const ids = [columnHeadId(grid, column), heads ? null : headId].filter((id) => id !== null);
  const marks = {
    ...(heads && { scope: 'row' }),
    ...(hasPairs(grid) && { id: heads ? headId : null, headers: ids.join(' ') || null }),
    class: alignClass(grid.columns[column]?.align ?? 'left'),
  };
  return makeElement(heads ? 'th' : 'td', marks, inlineHtml(content, tracing));
}

/** Null where the cell is empty, and heads nothing. */
function columnHeadId({ id, columns }: Grid, column: number): string | null {
  const empty = toPlainText(columns[column]?.heading ?? []) === '';
  return empty ? null : `${id}_column${column + 1}`;
}

function rowHeadId({ id, rows }: Grid, row: Row, column: number): string | null {
  const empty = toPlainText(row.cells[column] ?? []) === '';
  return empty ? null : `${id}_row${rows.indexOf(row) + 1}-${column + 1}`;
}

function alignClass(align: Column['align']): string | null {
  return align === 'left' ? null : 'figure';
}

function hasPairs({ columns }: Grid): boolean {
  return columns.some((_column, index) => startsSecondTable(columns, index));
}

/** The column whose cells head those of a column. */
function headingColumn({ columns }: Grid, column: number): number {
  let start = column;
  while (start > 0 && !startsSecondTable(columns, start)) start--;
  return start;
}
