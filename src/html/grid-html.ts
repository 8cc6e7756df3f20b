import { plainText, type Column, type Row } from '../model/document.js';
import { inlineHtml } from './inline-html.js';
import { element, markup, type Html } from '../markup/markup.js';
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
  if (plainText(heading) === '') return element('td', { class: alignClass(align) }, null);
  const id = hasPairs(grid) ? columnId(grid, index) : null;
  return element('th', { id, scope: 'col', class: alignClass(align) }, inlineHtml(heading, tracing));
}

function rowHtml(grid: Grid, row: Row, tracing: Tracing): Html {
  const { kind, cells } = row;
  if (kind === 'group') {
    const group = element(
      'th',
      { scope: 'rowgroup', colspan: grid.columns.length },
      inlineHtml(cells[0] ?? [], tracing),
    );
    return markup`\n<tr class="group">${group}</tr>`;
  }
  const written = grid.columns.map(({ align }, column) => {
    const content = cells[column] ?? [];
    const heads = column === headingColumn(grid, column) && plainText(content) !== '';
    const marks = { ...headMarks(grid, row, column, heads), class: alignClass(align) };
    return element(heads ? 'th' : 'td', marks, inlineHtml(content, tracing));
  });
  return markup`\n${element('tr', { class: kind === 'total' ? 'total' : null }, written)}`;
}

function headMarks(grid: Grid, row: Row, column: number, heads: boolean): Record<string, string | null> {
  if (!hasPairs(grid)) return { scope: heads ? 'row' : null };
  const headId = `${grid.id}_row${grid.rows.indexOf(row) + 1}-${headingColumn(grid, column) + 1}`;
  return heads
    ? { id: headId, headers: columnId(grid, column) }
    : { headers: `${columnId(grid, column)} ${headId}` };
}

function columnId({ id }: Grid, column: number): string {
  return `${id}_column${column + 1}`;
}

function alignClass(align: Column['align']): string | null {
  return align === 'left' ? null : 'figure';
}

/** Columns that begin again with the first one's heading are a second table side by side. */
function opensPair({ columns }: Grid, index: number): boolean {
  const heading = plainText(columns[index]?.heading ?? []);
  return index > 0 && heading !== '' && heading === plainText(columns[0]?.heading ?? []);
}

function hasPairs(grid: Grid): boolean {
  return grid.columns.some((_column, index) => opensPair(grid, index));
}

/** The column whose cells head those of a column. */
function headingColumn(grid: Grid, column: number): number {
  let start = column;
  while (start > 0 && !opensPair(grid, start)) start--;
  return start;
}
