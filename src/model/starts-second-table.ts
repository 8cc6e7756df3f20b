import type { Column } from './blocks/table.js';
import { toPlainText } from './inline.js';

/** Columns that begin again with the first one's heading are a second table, set beside the first to save height. */
export function startsSecondTable(columns: readonly Pick<Column, 'heading'>[], index: number): boolean {
  const [first = '', here = ''] = [0, index].map((at) => toPlainText(columns[at]?.heading ?? []));
  return index > 0 && here !== '' && here === first;
}
