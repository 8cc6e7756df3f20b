import type { CsvLayout } from './csv-layout.js';

/** A row of a CSV file. */
export interface CsvRow {
  /** The number of the row, counted from 1 with empty rows. */
  row: number;
  cells: string[];
  /** The offset of each cell from the start of the row. */
  starts: number[];
  /** The offsets of the line breaks within the row, from its start. */
  breaks: readonly number[];
  /** The line in which the row starts, counted from 1. */
  line: number;
}

/**
 * Splits CSV into rows and cells, without empty lines. A cell in quotation marks may have separators, line breaks and doubled marks. Lines end in LF or
 * CRLF. Returns null if a quotation mark is never closed, or stands inside a cell.
 */
export function splitCsv(text: string, separator: string): CsvRow[] | null {
  const rows: CsvRow[] = [];
  let [at, line, number] = [0, 0, 0];
  let quote = text.indexOf('"');
  while (at < text.length) {
    const lineEnd = findOrEnd(text, '\n', at);
    number++;
    if (isLineEmpty(text, at, lineEnd)) {
      line++;
      at = lineEnd + 1;
      continue;
    }
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
    const hasQuotes = quote >= 0 && quote < lineEnd;
    const row = hasQuotes ? splitQuotedRow(text, separator, at) : splitPlainRow(text, separator, at, lineEnd);
    if (!row) return null;
    rows.push({ row: number, cells: row.cells, starts: row.starts, breaks: row.breaks, line: line + 1 });
    line += 1 + row.breaks.length;
    at = row.end + 1;
  }
  return rows;
}

/** Splits the rows of an author's spreadsheet, from its headings on and without empty ones. Null as for `splitCsv`. */
export function splitTable(text: string, { separator, headerRow }: CsvLayout): CsvRow[] | null {
  const rows = splitCsv(text, separator);
  return (
    rows && rows.filter(({ cells, line }) => line >= headerRow && cells.some((cell) => cell.trim() !== ''))
  );
}

/** A row in progress. `end` is the offset of its line break. */
interface SplitRow {
  cells: string[];
  starts: number[];
  breaks: readonly number[];
  end: number;
}

const NO_BREAKS: readonly number[] = [];

function splitPlainRow(text: string, separator: string, start: number, end: number): SplitRow {
  const cells = dropReturn(text.slice(start, end)).split(separator);
  const starts: number[] = [];
  let offset = 0;
  for (const { length } of cells) {
    starts.push(offset);
    offset += length + 1;
  }
  return { cells, starts, breaks: NO_BREAKS, end };
}

function splitQuotedRow(text: string, separator: string, start: number): SplitRow | null {
  const row: SplitRow & { breaks: number[] } = { cells: [], starts: [], breaks: [], end: -1 };
  for (let at = start; row.end < 0;) {
    row.starts.push(at - start);
    const end =
      text[at] === '"' ? addQuotedCell(text, at, start, row) : addPlainCell(text, separator, at, row);
    if (end === null) return null;
    if (text[end] === separator) at = end + 1;
    else if (end >= text.length || text[end] === '\n') row.end = end;
    else if (text.startsWith('\r\n', end)) row.end = end + 1;
    else return null;
  }
  return row;
}

/** Adds a cell in quotation marks. Returns the offset after it, or null if it is not closed. */
function addQuotedCell(
  text: string,
  at: number,
  rowStart: number,
  row: SplitRow & { breaks: number[] },
): number | null {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) return null;
  const cell = text.slice(at + 1, end);
  row.cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
  for (let next = cell.indexOf('\n'); next >= 0; next = cell.indexOf('\n', next + 1))
    row.breaks.push(at + 1 + next - rowStart);
  return end + 1;
}

/** Adds a cell without quotation marks. Returns the offset after it, or null if a mark stands inside it. */
function addPlainCell(text: string, separator: string, start: number, row: SplitRow): number | null {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  const cell = text.slice(start, end);
  if (cell.includes('"')) return null;
  row.cells.push(text[end] === separator ? cell : dropReturn(cell));
  return end;
}

/** Leaves out the first half of CRLF. */
function dropReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

function isLineEmpty(text: string, start: number, end: number): boolean {
  return start === end || (start === end - 1 && text[start] === '\r');
}

function findOrEnd(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at;
}
