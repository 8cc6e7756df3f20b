import type { Table } from '../../model/blocks/table.js';
import { hasOneCell } from '../../model/has-one-cell.js';
import { toPlainText } from '../../model/inline.js';
import { sum } from '../../statistics/sum.js';
import { measureLetters } from '../text/letter-widths.js';

/** The widths of a cell's words, as multiples of the type size. */
type Cell = number[];

/** The widths of all words, by row and column. The first row has the headings. */
export type WordWidths = Cell[][];

/** The width of a space, as a multiple of the type size. */
const SPACE = measureLetters(' ');

/** Measures the words of a table. `boldness` is the width of bold letters, as a multiple of that of others. */
export function measureWords({ columns, rows }: Table, boldness: number): WordWidths {
  const measure = (text: string, factor: number): Cell =>
    text.split(' ').map((word) => measureLetters(word) * factor);
  return [
    columns.map(({ heading }) => measure(toPlainText(heading), boldness)),
    ...rows
      .filter((row) => !hasOneCell(row))
      .map(({ cells, kind }) =>
        columns.map((_column, index) =>
          measure(toPlainText(cells[index] ?? []), kind === 'total' ? boldness : 1),
        ),
      ),
  ];
}

/** Estimates how many lines the rows of a table have together, for columns of these widths in points. */
export function countTableLines(words: WordWidths, widths: readonly number[], size: number): number {
  return sum(
    words.map((cells) =>
      Math.max(1, ...cells.map((cell, index) => countLines(cell, (widths[index] ?? 0) / size))),
    ),
  );
}

function countLines(words: Cell, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const next = used === 0 ? word : used + SPACE + word;
    if (next > width && used > 0) {
      lines++;
      used = word;
    } else used = next;
  }
  return lines;
}
