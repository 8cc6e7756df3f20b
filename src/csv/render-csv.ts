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
  ['value', ({ figure }) => digits(figure.value)],
  ['lower', ({ figure }) => digits(figure.interval?.lower)],
  ['upper', ({ figure }) => digits(figure.interval?.upper)],
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
 * Stage 7b: Document → `figures.csv`: each figure the paper prints, and the line of YAML that it comes from. UTF-8 with a byte
 * order mark and CRLF, so that spreadsheets open it right. Percentages and points are fractions in `value`.
 */
export function renderCsv(document: Document): string {
  const rows = listPrintedFigures(document).map((printed) => COLUMNS.map(([, cell]) => cell(printed)));
  const all = [COLUMNS.map(([name]) => name), ...rows];
  return BYTE_ORDER_MARK + all.map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}

/** The same on every machine. */
function digits(value: number | null | undefined): string {
  return typeof value === 'number' ? String(removeFloatNoise(value)) : '';
}

/** A cell that begins like a formula would be run by a spreadsheet: it gets an apostrophe. Negative numbers keep their sign. */
function quote(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
