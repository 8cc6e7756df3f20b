import { formatBareValue, formatValue } from '../../format/figures.js';
import { formatSigned, formatSignedPoints } from '../../format/numbers.js';
import type { Figure } from '../../model/figure.js';
import type { Inline } from '../../model/inline.js';
import type { Cell, ManuscriptTable } from '../../model/manuscript.js';
import { formatFigureCell } from '../../format/cell-texts.js';

type TableRow = ManuscriptTable['rows'][number];

/** The ways in which tables print a figure, apart from its unit. */
const FORMATS: ((figure: Figure) => string)[] = [
  formatFigureCell,
  formatValue,
  (figure) => formatValue({ ...figure, isSigned: true }),
  ({ value, places }) => formatSignedPoints(value ?? 0, places),
  ({ value, places }) => formatSigned(value ?? 0, places),
];

/** Prints the figures of one unit in a column with as many decimal places as any of them has. */
export function alignPlaces(rows: readonly TableRow[]): TableRow[] {
  const printed = rows.map(({ cells }) => cells.map(readPrinted));
  const width = Math.max(0, ...printed.map(({ length }) => length));
  const most = Array.from({ length: width }, (_, column) =>
    findMostByUnit(printed.flatMap((cells) => cells[column] ?? [])),
  );
  return rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const found = printed[index]?.[column];
      return found ? [alignInline(found, most[column]?.get(found.figure.unit) ?? 0)] : cell;
    }),
  }));
}

/** A figure in a cell, with the way in which it is printed. */
interface Printed {
  inline: Extract<Inline, { kind: 'value' }>;
  figure: Figure;
  format: (figure: Figure) => string;
  /** The decimal places of the number, without those of its margin. */
  places: number;
}

/**
 * Returns the only content of a cell, if it is a figure with a value that one of the formats has made. Other texts keep their places:
 * intervals, bases and sums.
 */
function readPrinted(cell: Cell): Printed | null {
  const [inline, ...others] = Array.isArray(cell) ? cell : [];
  if (inline?.kind !== 'value' || others.length > 0) return null;
  const { figure, text } = inline;
  if (!figure || figure.value === null) return null;
  const format = FORMATS.find((candidate) => candidate(figure) === text);
  return format ? { inline, figure, format, places: countPlaces(formatBareValue(figure)) } : null;
}

function countPlaces(number: string): number {
  return /\.(\d+)/.exec(number)?.[1]?.length ?? 0;
}

function findMostByUnit(printed: readonly Printed[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const { figure, places } of printed)
    most.set(figure.unit, Math.max(most.get(figure.unit) ?? 0, places));
  return most;
}

function alignInline({ inline, figure, format, places }: Printed, most: number): Inline {
  return places === most ? inline : { ...inline, text: format({ ...figure, places: most }) };
}
