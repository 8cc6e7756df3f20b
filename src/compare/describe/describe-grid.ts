import type { ColumnComparison, GridPart, RowComparison } from './comparison.js';
import { formatMarkedCell, formatMarkedText, isMarked } from './format-marked-text.js';
import { readAnyText } from './read-text.js';

/** Lists the changed cells by row and column, one line each. A table that was added or removed gets no lines. */
export function describeGrid({ columns, rows, how }: GridPart): string[] {
  if (how.includes('added') || how.includes('removed')) return [];
  const headings = columns.map(({ heading }) => readAnyText(heading));
  return [
    ...columns.flatMap((column, index) => describeColumn(column, headings[index] ?? '')),
    ...rows.flatMap((row) => describeRow(row, headings)),
  ];
}

function describeColumn({ how, heading }: ColumnComparison, name: string): string[] {
  return how.map((kind) => {
    const change = kind === 'reworded' ? `${kind}: ${formatMarkedText(heading)}` : kind;
    return `column “${name}” ${change}`;
  });
}

function describeRow({ how, name, cells }: RowComparison, headings: readonly string[]): string[] {
  const [first] = how;
  if (first === 'added' || first === 'removed')
    return [`row ${first}: ${cells.map(readAnyText).join(' | ')}`];
  const changedCells = cells.flatMap((cell, index) =>
    isMarked(cell) ? [`${name}, ${headings[index] ?? ''}: ${formatMarkedCell(cell)}`] : [],
  );
  return first === 'moved' ? [`row moved: ${name}`, ...changedCells] : changedCells;
}
