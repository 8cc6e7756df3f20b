import { readSheetCsv, writeSheetCsv } from '../workbook/sheet-csv.js';
import { readHeading } from './read-sheet-rows.js';
import { findSeparator, prepareCsv, writeCsvRow } from './csv-layout.js';
import { splitTable } from './split-csv.js';

/** The cells of a spreadsheet to keep. */
export interface CsvCut {
  /** The row of the headings, counted from 1. */
  headerRow: number;
  headings: ReadonlySet<string>;
  /** The headings of the cells to keep, by the line of their row. */
  cells: ReadonlyMap<number, ReadonlySet<string>>;
}

/**
 * Cuts a spreadsheet to the cells to keep, as CSV with commas. Every other cell, row and line is empty. The rows that stay, and
 * their cells, keep their lines, so that the file is read as before.
 */
export function cutCsv(text: string, { headerRow, headings, cells }: CsvCut): string {
  const separator = findSeparator(text, headerRow);
  const rows = splitTable(prepareCsv(text, headerRow), { separator, headerRow }) ?? [];
  const names = rows[0]?.cells.map((heading) => heading.trim()) ?? [];
  const lines: string[] = [];
  rows.forEach((csvRow, index) => {
    const kept = index === 0 ? headings : cells.get(csvRow.line);
    if (!kept) return;
    const row = writeCsvRow(
      csvRow.cells.map((cell, at) => (kept.has(names[at] ?? '') ? cell : keepBreaks(cell))),
      ',',
    ).split('\n');
    while (lines.length + 1 < csvRow.line) lines.push('');
    lines.push(...row);
  });
  return `${lines.join('\n')}\n`;
}

/** Leaves only the line breaks of a cell, so that the cells after it keep their lines. */
function keepBreaks(cell: string): string {
  return cell.replace(/[^\n]+/g, '');
}

/** Cuts the text of a workbook's sheet. Its rows count by their position, also where a cell has several lines. */
export function cutSheet(text: string, { headerRow, headings, cells }: CsvCut): string {
  const grid = readSheetCsv(text) ?? [];
  const names = (grid.find(({ row }) => row === headerRow)?.texts ?? []).map(readHeading);
  const cut = grid.flatMap(({ row, texts }) => {
    const kept = row === headerRow ? headings : cells.get(row);
    return kept ? [{ row, texts: texts.map((cell, at) => (kept.has(names[at] ?? '') ? cell : '')) }] : [];
  });
  return writeSheetCsv(cut);
}
