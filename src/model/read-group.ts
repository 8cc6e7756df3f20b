import { getCellText, type DataRow } from './data-set.js';

/** Returns the text that heads the group of a row. */
export function readGroup(row: DataRow, column: string): string {
  const cell = row.cells[column];
  return (cell && getCellText(cell)) ?? '';
}
