import type { Document } from '../model/document.js';
import { listPrintedFigures, type PrintedFigure } from '../model/list-printed-figures.js';
import { removeFloatNoise } from '../statistics/rounding.js';

const BYTE_ORDER_MARK = '\ufeff';

const COLUMNS: [string, (printed: PrintedFigure) => string][] = [
  ['section', ({ section }) => section],
  ['where', ({ location }) => location],
  ['row', ({ row }) => row],
  ['column', ({ column }) => column],
  ['printed', ({ text }) => text],
  ['figure', ({ figure }) => figure.id],
  ['label', ({ figure }) => figure.label],
  ['value', ({ figure }) => formatDigits(figure.value)],
  ['lower', ({ figure }) => formatDigits(figure.interval?.lower)],
  ['upper', ({ figure }) => formatDigits(figure.interval?.upper)],
  ['unit', ({ figure }) => figure.unit],
  ['base', ({ figure }) => (figure.base === undefined ? '' : String(figure.base))],
  ['period', ({ figure }) => figure.period ?? ''],
  ['formula', ({ figure }) => figure.formula ?? ''],
  ['source', ({ figure }) => figure.source],
  ['assumed', ({ figure }) => figure.assumed ?? ''],
  ['file', ({ figure }) => figure.place.file],
  ['line', ({ figure }) => String(figure.place.line)],
];

/**
 * Renders `figures.csv`: each figure that the paper prints, and the line of YAML that it comes from.
 * Percentages and points are fractions in `value`. The byte order mark and CRLF make spreadsheets read UTF-8.
 */
export function renderCsv(document: Document): string {
  const rows = listPrintedFigures(document).map((printed) => COLUMNS.map(([, cell]) => cell(printed)));
  const head = COLUMNS.map(([name]) => name);
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(quoteCell).join(',')}\r\n`).join('');
}

/** Formats a number without a locale, so that the bytes are the same on every machine. */
function formatDigits(value: number | null | undefined): string {
  return typeof value === 'number' ? String(removeFloatNoise(value)) : '';
}

/**
 * Quotes a cell. An apostrophe stops a spreadsheet from running a cell that begins like a formula, but not
 * -5.
 */
function quoteCell(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
