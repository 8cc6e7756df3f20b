/** The shape of a spreadsheet that was saved as CSV. */
export interface CsvLayout {
  separator: string;
  /** The row of the headings, counted from 1. */
  headerRow: number;
}

/** The separators that spreadsheets write. */
export const SEPARATORS = [',', ';', '\t'] as const;

/** Finds the separator of a spreadsheet: the one that its row of headings has most of, outside quotes. */
export function findSeparator(text: string, headerRow: number): string {
  const line = (text.split(/\r\n|\n|\r/)[headerRow - 1] ?? '').replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => ({ separator, count: line.split(separator).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ',';
}

/**
 * Prepares a spreadsheet for `splitTable`: every line break is `\n`, so that lines are counted alike in and outside quotes, and
 * lines above the headings are empty, because they may hold anything.
 */
export function prepareCsv(text: string, headerRow: number): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return [...lines.slice(0, headerRow - 1).map(() => ''), ...lines.slice(headerRow - 1)].join('\n');
}

/** Writes a row of a CSV file, with quotation marks where they are needed. */
export function writeCsvRow(cells: readonly string[], separator: string): string {
  return cells.map(quote).join(separator);
}

/** Quotes a cell that has a character of any layout, so that the row of headings still tells the separator. */
function quote(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
