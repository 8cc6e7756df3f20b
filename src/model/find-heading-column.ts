import type { Column } from './blocks/table.js';
import { startsSecondTable } from './starts-second-table.js';

/** Finds the column that heads a cell's row. Tables side by side have one each. */
export function findHeadingColumn(
  columns: readonly Pick<Column, 'heading' | 'headsRows'>[],
  column: number,
): number {
  const starts = columns.flatMap((_column, index) =>
    index === 0 || startsSecondTable(columns, index) ? [index] : [],
  );
  const start = starts.findLast((candidate) => candidate <= column) ?? 0;
  const end = starts.find((candidate) => candidate > column) ?? columns.length;
  const named = columns.slice(start, end).findIndex(({ headsRows }) => headsRows);
  return start + Math.max(named, 0);
}
