import { splitCsv } from '../data-sets/split-csv.js';

/** The texts of a sheet, by row and column, counted from 0. Empty rows and cells keep their positions. */
export type Grid = string[][];

/** Writes a grid as CSV. Each row of the sheet is the line of its number, and each cell keeps its column. */
export function writeSheetCsv(grid: Grid): string {
  return grid.map((row) => `${row.map(quote).join(',')}\n`).join('');
}

/** Quotes a cell with a character that any CSV file gives a meaning. */
function quote(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads CSV that `writeSheetCsv` wrote. Null for other text that is no CSV. */
export function readSheetCsv(text: string): Grid | null {
  return splitCsv(text, ',')?.map(({ cells }) => cells) ?? null;
}
