import { findSeparator } from '../inputs/data-sets/csv-layout.js';
import { splitCsv } from '../inputs/data-sets/split-csv.js';
import { refuse, succeed, type Outcome } from './outcome.js';

/** A row of a CSV file with the offsets of its cells in the file. */
export interface GridRow {
  /** The number of the row, counted from 1 with empty rows and the lines above the headings. */
  row: number;
  cells: string[];
  /** The offset of each cell. */
  starts: number[];
  /** The offset after each cell, with its closing quotation mark. */
  ends: number[];
  /** The offset after the row, without its line break. */
  end: number;
}

/** A CSV file, from its headings on. */
export interface Grid {
  separator: string;
  rows: GridRow[];
}

/** Splits the text of a CSV file. `headerRow` is the line of the headings, counted from 1. */
export function openGrid(text: string, headerRow = 1): Outcome<Grid> {
  if (/\r(?!\n)/.test(text))
    return refuse('the file has line ends of an old system', 'Save it from your spreadsheet as CSV (UTF-8).');
  const separator = findSeparator(text, headerRow);
  const top = findLineOffset(text, headerRow);
  const body = text.slice(top);
  const rows = splitCsv(body, separator);
  if (!rows)
    return refuse(
      'the file has a quotation mark that is not closed or stands inside a cell',
      'Fix it in an editor first.',
    );
  const lines = listLineOffsets(body);
  return succeed({
    separator,
    rows: rows.map(({ row, cells, starts, line }) => {
      const from = top + (lines[line - 1] ?? 0);
      const offsets = starts.map((start) => from + start);
      const ends = offsets.map((start) => findCellEnd(text, start, separator));
      return { row: row + headerRow - 1, cells, starts: offsets, ends, end: ends.at(-1) ?? from };
    }),
  });
}

function findLineOffset(text: string, line: number): number {
  return listLineOffsets(text)[line - 1] ?? text.length;
}

function listLineOffsets(text: string): number[] {
  const offsets = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) offsets.push(at + 1);
  return offsets;
}

function findCellEnd(text: string, start: number, separator: string): number {
  let end = start;
  if (text[start] === '"') {
    end = text.indexOf('"', start + 1);
    while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
    return end + 1;
  }
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return text[end] === '\n' && text[end - 1] === '\r' ? end - 1 : end;
}

/** Finds the cell at a line and column, counted from 1. Null if there is none. */
export function findCell(
  text: string,
  grid: Grid,
  line: number,
  column: number,
): { row: number; column: number } | null {
  const offset = findLineOffset(text, line) + column - 1;
  for (const { row, starts, ends } of grid.rows) {
    const index = starts.findIndex((start, at) => offset >= start && offset <= (ends[at] ?? start));
    if (index >= 0) return { row, column: index + 1 };
  }
  return null;
}
