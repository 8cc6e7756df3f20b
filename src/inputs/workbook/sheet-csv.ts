import { splitCsv } from '../data-sets/split-csv.js';

/** A row of a sheet that is not empty. */
interface GridRow {
  /** The number of the row, counted from 1. */
  row: number;
  /** The texts by column, counted from 0. Empty cells keep their positions. */
  texts: string[];
}

/** The rows of a sheet in their order, without empty ones: the only row can be the last of a million. */
export type Grid = GridRow[];

/** Writes a grid as CSV. Each row of the sheet is the line of its number, and each cell keeps its column. */
export function writeSheetCsv(grid: Grid): string {
  return grid
    .map(({ row, texts }, index) => {
      const before = grid[index - 1]?.row ?? 0;
      return `${'\n'.repeat(row - before - 1)}${texts.map(quote).join(',')}\n`;
    })
    .join('');
}

/** Quotes a cell with a character that any CSV file gives a meaning. */
function quote(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads CSV that `writeSheetCsv` wrote. Null for other text that is no CSV. */
export function readSheetCsv(text: string): Grid | null {
  return splitCsv(text, ',')?.map(({ row, cells }) => ({ row, texts: cells })) ?? null;
}
