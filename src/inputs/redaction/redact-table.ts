import type { DataSet } from '../../model/data-set.js';
import { EXEMPT_SYMBOL } from '../../model/exemption.js';
import { findSeparator, prepareCsv, writeCsvRow } from '../data-sets/csv-layout.js';
import { readHeading } from '../data-sets/read-sheet-rows.js';
import { splitTable } from '../data-sets/split-csv.js';
import { readSheetCsv, writeSheetCsv } from '../workbook/sheet-csv.js';
import { isExemptCell, type ExemptCells } from './exempt-cells.js';

/** A row of a spreadsheet with its line. */
interface TableRow {
  line: number;
  cells: string[];
}

/**
 * Puts a mark in place of the exempt cells of a spreadsheet. Of a data set that is exempt as a whole, one row of marks stands for
 * all rows, so that their number is not told. Rows that stay keep their lines. Everything above the headings is removed.
 */
export function redactTable(text: string, set: DataSet, exempt: ExemptCells): string {
  const { path, headerRow } = set.spreadsheet ?? { path: '', headerRow: 1 };
  if (path.endsWith('.xlsx.csv')) {
    const grid = (readSheetCsv(text) ?? []).filter(({ row }) => row >= headerRow);
    const rows = grid.map(({ row, texts }) => ({ line: row, cells: texts }));
    return writeSheetCsv(
      redactRows(rows, set, exempt, readHeading).map(({ line, cells }) => ({ row: line, texts: cells })),
    );
  }
  const separator = findSeparator(text, headerRow);
  const split = splitTable(prepareCsv(text, headerRow), { separator, headerRow }) ?? [];
  return writeInLines(
    redactRows(
      split.map(({ line, cells }) => ({ line, cells })),
      set,
      exempt,
      (heading) => heading.trim(),
    ),
    separator,
  );
}

function redactRows(
  [header, ...rows]: TableRow[],
  set: DataSet,
  exempt: ExemptCells,
  readName: (heading: string) => string,
): TableRow[] {
  if (!header) return [];
  const columns = new Map([...set.headings].map(([column, heading]) => [heading, column]));
  const names = header.cells.map((heading) => columns.get(readName(heading)));
  const ids = new Map(set.rows.map(({ id, place }) => [place.line, id]));
  const kept = rows.filter(({ line }) => !exempt.isWhole || exempt.namedRows.has(ids.get(line) ?? ''));
  const redacted = kept.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, index) =>
      isExemptCell(exempt, ids.get(line) ?? null, names[index], set.key) ? EXEMPT_SYMBOL : cell,
    ),
  }));
  if (!exempt.isWhole) return [header, ...redacted];
  const taken = new Set([...kept.map(({ line }) => line)]);
  let free = header.line + header.cells.join('').split('\n').length;
  while (taken.has(free)) free++;
  const standIn = { line: free, cells: header.cells.map(() => EXEMPT_SYMBOL) };
  return [header, ...[...redacted, standIn].sort((a, b) => a.line - b.line)];
}

/** Writes rows so that each starts in its line. */
function writeInLines(rows: readonly TableRow[], separator: string): string {
  const lines: string[] = [];
  for (const { line, cells } of rows) {
    while (lines.length + 1 < line) lines.push('');
    lines.push(...writeCsvRow(cells, separator).split('\n'));
  }
  return `${lines.join('\n')}\n`;
}
