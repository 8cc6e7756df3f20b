import type { Document } from '../model/document.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import { FIGURE_COLUMNS } from './figure-columns.js';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Renders `figures.csv`: each figure that the paper prints, and the line of YAML that it comes from. The byte order mark and
 * CRLF make spreadsheets read UTF-8.
 */
export function renderCsv(document: Document): string {
  const head = FIGURE_COLUMNS.map(({ name }) => name);
  const rows = listPrintedFigures(document).map((printed) =>
    FIGURE_COLUMNS.map(({ makeCell }) => makeCell(printed)),
  );
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(quoteCell).join(',')}\r\n`).join('');
}

/**
 * Quotes a cell. An apostrophe stops a spreadsheet from running a cell that begins like a formula, but not
 * -5.
 */
function quoteCell(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
