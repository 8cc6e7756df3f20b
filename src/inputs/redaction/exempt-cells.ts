/** The exempt part of one data set: all of it, or some columns and cells. Columns and rows are named as templates name them. */
export interface ExemptCells {
  isWhole: boolean;
  columns: ReadonlySet<string>;
  cells: readonly { row: string; column: string }[];
  /** The rows that public texts name. Of an exempt data set only their names stay. */
  namedRows: ReadonlySet<string>;
}

/** Returns true if a cell of a row that stays is exempt. The name of a row stays. `row` is null for a row of totals. */
export function isExemptCell(
  { isWhole, columns, cells }: ExemptCells,
  row: string | null,
  column: string | undefined,
  key: string,
): boolean {
  if (column === undefined) return isWhole;
  if (isWhole) return column !== key;
  if (columns.has(column)) return true;
  return cells.some((cell) => cell.column === column && (row === null || cell.row === row));
}
