import { formatValue } from '../../format/figures.js';
import { formatSigned, formatSignedPoints } from '../../format/numbers.js';
import type { Figure } from '../../model/figure.js';
import type { Inline } from '../../model/inline.js';
import type { Cell, ManuscriptTable } from '../../model/manuscript.js';
import { formatFigureCell } from '../figure-cells.js';

type TableRow = ManuscriptTable['rows'][number];

/** The ways in which tables print a figure, apart from its unit. A cell that none of them made keeps its text. */
const FORMATS: ((figure: Figure) => string)[] = [
  formatFigureCell,
  formatValue,
  (figure) => formatValue({ ...figure, isSigned: true }),
  ({ value, places }) => formatSignedPoints(value ?? 0, places),
  ({ value, places }) => formatSigned(value ?? 0, places),
];

/** Prints the figures of one unit in a column with as many decimal places as any of them has. */
export function alignPlaces(rows: readonly TableRow[]): TableRow[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const most = Array.from({ length: width }, (_, column) =>
    findMostByUnit(rows.flatMap(({ cells }) => readFigure(cells[column]) ?? [])),
  );
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => alignCell(cell, most[column] ?? new Map<string, number>())),
  }));
}

type ValueInline = Extract<Inline, { kind: 'value' }> & { figure: Figure };

/** Returns the only content of a cell, if it is a figure with a value. */
function readFigure(cell: Cell | undefined): ValueInline | null {
  const [inline, ...others] = Array.isArray(cell) ? cell : [];
  if (inline?.kind !== 'value' || others.length > 0) return null;
  const { figure } = inline;
  return figure && figure.value !== null ? { ...inline, figure } : null;
}

function findMostByUnit(inlines: readonly ValueInline[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const { figure, text } of inlines)
    most.set(figure.unit, Math.max(most.get(figure.unit) ?? 0, countPrintedPlaces(text)));
  return most;
}

function countPrintedPlaces(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

function alignCell(cell: Cell, most: ReadonlyMap<string, number>): Cell {
  const inline = readFigure(cell);
  const places = inline && most.get(inline.figure.unit);
  if (!inline || !places || countPrintedPlaces(inline.text) === places) return cell;
  const { figure, text } = inline;
  const format = FORMATS.find((candidate) => candidate(figure) === text);
  return format ? [{ ...inline, text: format({ ...figure, places }) }] : cell;
}
