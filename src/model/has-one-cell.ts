import type { Row } from './blocks/table.js';

/** Returns true if a row has one cell across all columns. */
export function hasOneCell({ kind }: Pick<Row, 'kind'>): boolean {
  return kind === 'group' || kind === 'gap';
}
