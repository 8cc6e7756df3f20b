import { findSeparator, prepareCsv, writeCsvRow } from './csv-layout.js';
import { splitTable } from './split-csv.js';

/**
 * Empties the cells of a spreadsheet except those under the headings to keep. Everything above the headings, their row, the
 * separator and the line breaks stay as they are. The
 * rows themselves go where they are not kept. The file must be one that `readCsvRows` reads.
 */
export function emptyCsv(
  text: string,
  headerRow: number,
  keptHeadings: ReadonlySet<string>,
  keepsRows = true,
): string {
  const separator = findSeparator(text, headerRow);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const table = splitTable(prepareCsv(text, headerRow), { separator, headerRow }) ?? [];
  const [header = [], ...rows] = table.map(({ cells }) => cells);
  const above = text.split(/\r?\n/).slice(0, headerRow - 1);
  const isKept = header.map((heading) => keptHeadings.has(heading.trim()));
  const kept = [
    header,
    ...(keepsRows ? rows : []).map((row) => row.map((cell, at) => (isKept[at] ? cell : ''))),
  ];
  const lines = kept.map((row) => writeCsvRow(row, separator));
  return `${[...above, ...lines].join(lineBreak)}${lineBreak}`;
}
