/** Returns the name of a cell in a sheet, such as D7. Rows and columns count from 1. Without a row it is that of the column. */
export function formatCellName(row: number | null, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row ?? ''}`;
}
