import type { Column, Row, Table } from '../model/blocks/table.js';
import { findStart } from '../model/find-start.js';
import type { Inline } from '../model/inline.js';
import type { OutsideRow, OutsideTable } from '../model/outside-paper.js';
import type { Place } from '../model/problem.js';

/** Adds a line to the paper, and returns its place. */
export type AddLine = (text: string) => Place;

const SEPARATOR = ' | ';

/** Builds a table, with a line for each row. `isHeadless` is true if the file marks no heading, and readers need one. */
export function buildTable(
  { rows }: OutsideTable,
  anchor: string,
  addLine: AddLine,
): { table: Table; isHeadless: boolean } {
  const width = Math.max(1, ...rows.map(countColumns));
  const lines = rows.map((row) => ({ row, cells: buildCells(row, addLine) }));
  const isMarked = rows[0] !== undefined && marksColumns(rows[0]);
  const headCount = isMarked ? countHeadRows(rows) : countUnmarkedHeadRows(rows);
  const head = headCount === 0 ? undefined : lines[headCount - 1];
  const columns = Array.from({ length: width }, (_, index) =>
    makeColumn(head ? findCell(head.row, head.cells, index) : []),
  );
  const body = lines.slice(headCount).map(({ row, cells }): Row => ({ kind: nameKind(row, width), cells }));
  const place = lines[0]?.cells.flatMap(findFirstPlace)[0] ?? addLine('');
  return {
    table: { kind: 'table', anchor, number: null, title: [], columns, rows: body, notes: [], place },
    isHeadless: !isMarked && needsHead(rows, width),
  };
}

function countColumns({ cells }: OutsideRow): number {
  return cells.reduce((total, { span }) => total + span, 0);
}

function buildCells({ cells }: OutsideRow, addLine: AddLine): Inline[][] {
  const texts = cells.map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const place = addLine(texts.join(SEPARATOR));
  let column = place.column;
  return texts.map((text) => {
    const origin = { offset: 0, place: { ...place, column } };
    column += text.length + SEPARATOR.length;
    return text === '' ? [] : [{ kind: 'text', text, origins: [origin] }];
  });
}

function findFirstPlace(cell: Inline[]): Place[] {
  const place = findStart(cell);
  return place ? [{ ...place, column: 1 }] : [];
}

function marksColumns({ isHeader, cells }: OutsideRow): boolean {
  return isHeader || (cells.length > 1 && cells.slice(1).every((cell) => cell.isHeader || cell.text === ''));
}

function countHeadRows(rows: readonly OutsideRow[]): number {
  const end = rows.findIndex((row) => !marksColumns(row));
  return end === -1 ? 1 : end;
}

/** Counts the rows that look like headings. A heading of several columns has another row of headings below it. */
function countUnmarkedHeadRows(rows: readonly OutsideRow[]): number {
  if (!looksLikeHead(rows)) return 0;
  const hasSecond = rows[0]?.cells.some(({ span }) => span > 1) === true && looksLikeHead(rows.slice(1));
  return hasSecond ? 2 : 1;
}

/** Returns true for a table that only lays out names and their texts: "Report | 8". */
export function isLayout({ rows }: OutsideTable, isInFront: boolean): boolean {
  const width = Math.max(1, ...rows.map(countColumns));
  if (width === 1 || rows.length === 1) return true;
  const isMarked = rows[0] !== undefined && marksColumns(rows[0]);
  return (
    width === 2 &&
    !isMarked &&
    (isInFront || !rows.some(({ cells }) => cells.some(({ text }) => isNumber(text))))
  );
}

/** Returns true if the first row has words where the rows below have numbers. */
function looksLikeHead([first, ...rows]: readonly OutsideRow[]): boolean {
  if (!first || rows.length === 0 || first.cells.some(({ text }) => isNumber(text) && !isYear(text)))
    return false;
  return rows.some(({ cells }) => cells.some(({ text }) => isNumber(text)));
}

function isNumber(text: string): boolean {
  return /^[£+−-]?\d[\d,.]*\s*(?:%|[mk]|bn)?$/.test(text.trim());
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text.trim());
}

function needsHead(rows: readonly OutsideRow[], width: number): boolean {
  if (rows.length < 2 || width < 2) return false;
  return width > 2 || looksLikeHead(rows);
}

function findCell(row: OutsideRow, cells: readonly Inline[][], column: number): Inline[] {
  let next = 0;
  const index = row.cells.findIndex(({ span }) => (next += span) > column);
  return cells[index] ?? [];
}

function makeColumn(heading: Inline[]): Column {
  return { heading, align: 'left', width: null };
}

function nameKind({ cells }: OutsideRow, width: number): Row['kind'] {
  if (cells.length === 1 && width > 1) return 'group';
  return /^(?:(?:grand|overall|net|gross|combined)\s+)?totals?\b/i.test(cells[0]?.text.trim() ?? '')
    ? 'total'
    : 'data';
}
