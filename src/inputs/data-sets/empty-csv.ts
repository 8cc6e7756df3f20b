import { parse } from 'csv-parse/sync';
import { findSeparator } from './read-csv-rows.js';

/**
 * Empties the cells of a spreadsheet except those under the headings to keep. Everything above the headings, their row, the
 * separator and the line breaks stay as they are. The file must be one that `readCsvRows` reads.
 */
export function emptyCsv(text: string, headerRow: number, keptHeadings: ReadonlySet<string>): string {
  const separator = findSeparator(text, headerRow);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const [header = [], ...rows] = parse(text, {
    delimiter: separator,
    from_line: headerRow,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  const above = text.split(/\r?\n/).slice(0, headerRow - 1);
  const kept = [header, ...rows.map((row) => row.map((cell, at) => (isKept(header[at]) ? cell : '')))];
  const lines = kept.map((row) => row.map((cell) => quote(cell, separator)).join(separator));
  return `${[...above, ...lines].join(lineBreak)}${lineBreak}`;

  function isKept(heading: string | undefined): boolean {
    return keptHeadings.has(heading?.trim() ?? '');
  }
}

function quote(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
