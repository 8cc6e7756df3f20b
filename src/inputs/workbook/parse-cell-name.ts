/** The largest sheet that Excel has. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** A cell of a sheet, or a corner of a range. Rows and columns count from 1. */
export interface CellPosition {
  row: number;
  column: number;
}

/** Parses "D7". Returns null for anything else, and outside the largest sheet. */
export function parseCellName(name: string): CellPosition | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  const row = Number(digits);
  return row >= 1 && row <= MOST_ROWS && column <= MOST_COLUMNS ? { row, column } : null;
}

/** A rectangle of cells, its corners included. */
export interface CellRange {
  from: CellPosition;
  to: CellPosition;
}

/** Parses "A1:C3", and "A1" as a range of one cell. */
export function parseRange(name: string): CellRange | null {
  const [first = '', last = first] = name.split(':');
  const from = parseCellName(first);
  const to = parseCellName(last);
  return from && to && { from, to };
}
