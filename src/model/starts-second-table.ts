import type { Column } from './blocks/table.js';
import { toPlainText } from './inline.js';

/**
 * Returns true if a column has the same heading as the first column. It then starts a second table, printed next to the
 * first to save height.
 */
export function startsSecondTable(columns: readonly Pick<Column, 'heading'>[], index: number): boolean {
  const [first = '', heading = ''] = [0, index].map((column) => toPlainText(columns[column]?.heading ?? []));
  return index > 0 && heading !== '' && heading === first;
}
