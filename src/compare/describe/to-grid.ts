import type { Chart } from '../../model/blocks/chart.js';
import type { Table } from '../../model/blocks/table.js';
import { toPlainText } from '../../model/inline.js';
import type { Words } from '../align/words.js';

/** A table, or the numbers of a chart with its series as rows. */
export interface Grid {
  columns: Column[];
  rows: GridRow[];
}

export interface Column {
  heading: Words;
  numeric: boolean;
  /** Its place among a row's cells. */
  index: number;
}

export interface GridRow {
  kind: 'data' | 'group' | 'total';
  cells: Words[];
  /** What heads it. */
  name: string;
  /** Its name, where every row has another one. */
  label: string | null;
}

type PlainRow = Pick<GridRow, 'kind' | 'cells'>;

/** Returns the cells of a table or chart. */
export function toGrid(block: Table | Chart | null): Grid {
  if (block === null) return { columns: [], rows: [] };
  const plain =
    block.kind === 'chart'
      ? {
          columns: ['', ...block.dataColumns].map((heading, index) => ({
            heading,
            numeric: index > 0,
            index,
          })),
          rows: block.data.map(({ label, cells }) => ({ kind: 'data' as const, cells: [label, ...cells] })),
        }
      : unfold(
          block.columns.map(({ heading, align }, index) => ({ heading, numeric: align !== 'left', index })),
          block.rows,
        );
  return { columns: plain.columns, rows: nameRows(plain.columns, plain.rows) };
}

/** Columns that are set twice side by side to save height are one list: a row moved over is not a change. */
function unfold(columns: Column[], rows: PlainRow[]): { columns: Column[]; rows: PlainRow[] } {
  const headings = columns.map(({ heading }) => wordsText(heading));
  const width = headings.findIndex((heading, at) => at > 1 && heading === headings[0]);
  const folded =
    width > 1 &&
    columns.length % width === 0 &&
    headings.every((heading, at) => heading === headings[at % width]);
  if (!folded || rows.some(({ kind }) => kind === 'group')) return { columns, rows };
  return {
    columns: columns.slice(0, width),
    rows: Array.from({ length: columns.length / width }, (_, fold) =>
      rows
        .map(({ kind, cells }) => ({ kind, cells: cells.slice(fold * width, (fold + 1) * width) }))
        .filter(({ cells }) => cells.some((cell) => cell.length > 0)),
    ).flat(),
  };
}

/** By the first column whose cells are words and all different: the places in a ranking head no rows. */
function nameRows(columns: Column[], rows: PlainRow[]): GridRow[] {
  const textsIn = ({ index }: Column): string[] =>
    rows.filter(({ kind }) => kind !== 'group').map(({ cells }) => wordsText(cells[index] ?? ''));
  const heads = columns.find((column) => {
    const texts = textsIn(column);
    return texts.every((text) => /\p{L}/u.test(text)) && new Set(texts).size === texts.length;
  });
  return rows.map((row) => {
    const name = wordsText(row.cells[row.kind === 'group' ? 0 : (heads?.index ?? 0)] ?? '');
    return { ...row, name, label: heads || row.kind === 'group' ? name : null };
  });
}

function wordsText(words: Words): string {
  return typeof words === 'string' ? words : toPlainText(words);
}
