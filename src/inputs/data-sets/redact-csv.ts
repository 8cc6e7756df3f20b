import { TOTAL_LABEL } from '../../model/data-set.js';
import { MARKS } from '../../model/mark.js';
import { findSeparator, prepareCsv, writeCsvRow } from './csv-layout.js';
import { splitTable } from './split-csv.js';
import type { TableRedaction } from './table-redaction.js';

/**
 * Puts the mark of a confidential figure in place of hidden cells. Rows stay in their lines. Everything above the headings is
 * removed, because a title can state a hidden number. The file must be one that `readCsvRows` reads.
 */
export function redactCsv(text: string, headerRow: number, { cells, total }: TableRedaction): string {
  const separator = findSeparator(text, headerRow);
  const [header, ...rows] = splitTable(prepareCsv(text, headerRow), { separator, headerRow }) ?? [];
  const headings = (header?.cells ?? []).map((heading) => heading.trim());
  const records = rows.map((row) => [...row.cells]);
  const put = (record: string[] | undefined, heading: string, value: string): void => {
    const at = headings.indexOf(heading);
    if (record && at >= 0) record[at] = value;
  };
  for (const { row, heading } of cells) put(records[row], heading, MARKS.confidential.symbol);
  if (total) {
    const record = (total.row === null ? null : records[total.row]) ?? headings.map(() => '');
    if (total.row === null) records.push(record);
    put(record, total.keyHeading, TOTAL_LABEL);
    for (const [heading, value] of total.cells)
      put(record, heading, value === null ? MARKS.confidential.symbol : String(value));
  }
  const starts = [header, ...rows].flatMap((row) => (row ? [row.line] : []));
  return writeInLines([header?.cells ?? [], ...records], starts, separator);
}

/** Writes rows so that each starts in its line. Rows without a line follow at the end. */
function writeInLines(records: readonly string[][], starts: readonly number[], separator: string): string {
  const lines: string[] = [];
  records.forEach((record, index) => {
    const start = starts[index] ?? 0;
    while (lines.length + 1 < start) lines.push('');
    lines.push(...writeCsvRow(record, separator).split('\n'));
  });
  return `${lines.join('\n')}\n`;
}
