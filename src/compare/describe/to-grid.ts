import type { Chart } from '../../model/blocks/chart.js';
import { listFullHeadings, type Table } from '../../model/blocks/table.js';
import { findHeadingColumn } from '../../model/find-heading-column.js';
import { hasOneCell } from '../../model/has-one-cell.js';
import { toPlainText } from '../../model/inline.js';
import type { Words } from '../align/words.js';

/** The cells of a table, or the numbers of a chart with its series as rows. */
export interface Grid {
  columns: Column[];
  rows: GridRow[];
}

export interface Column {
  heading: Words;
  isNumeric: boolean;
  headsRows: boolean;
  /** The index of the column's cell in each row. */
  index: number;
}

export interface GridRow {
  kind: 'data' | 'group' | 'gap' | 'total';
  cells: Words[];
  /** The row's heading. */
  name: string;
  /** The row's heading, if each row has a different one. Otherwise null. */
  label: string | null;
}

type PlainRow = Pick<GridRow, 'kind' | 'cells'>;

interface PlainGrid {
  columns: Column[];
  rows: PlainRow[];
}

/** Returns the cells of a table or chart. */
export function toGrid(block: Table | Chart | null): Grid {
  if (block === null) return { columns: [], rows: [] };
  const { columns, rows } = block.kind === 'chart' ? readChart(block) : unfoldTable(readTable(block));
  return { columns, rows: nameRows(columns, rows) };
}

function readChart({ dataColumns, data }: Chart): PlainGrid {
  return {
    columns: ['', ...dataColumns].map((heading, index) => ({
      heading,
      isNumeric: index > 0,
      headsRows: index === 0,
      index,
    })),
    rows: data.map(({ label, cells }) => ({ kind: 'data', cells: [label, ...cells] })),
  };
}

function readTable(table: Table): PlainGrid {
  const headings = listFullHeadings(table);
  return {
    columns: table.columns.map(({ align }, index) => ({
      heading: headings[index] ?? [],
      isNumeric: align !== 'left',
      headsRows: findHeadingColumn(table.columns, index) === index,
      index,
    })),
    rows: table.rows,
  };
}

/**
 * Joins sets of columns that repeat side by side to save height. They are one list, so a row that moves from one set to
 * the next is unchanged.
 */
function unfoldTable(grid: PlainGrid): PlainGrid {
  const { columns, rows } = grid;
  const width = findRepeatedWidth(columns.map(({ heading }) => toText(heading)));
  if (width === null || rows.some(hasOneCell)) return grid;
  const sets = Array.from({ length: columns.length / width }, (_, set) =>
    rows
      .map(({ kind, cells }) => ({ kind, cells: cells.slice(set * width, (set + 1) * width) }))
      .filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  );
  return { columns: columns.slice(0, width), rows: sets.flat() };
}

/** Returns the number of columns in each repeated set. Null if the headings do not repeat. */
function findRepeatedWidth(headings: readonly string[]): number | null {
  const width = headings.findIndex((heading, at) => at > 1 && heading === headings[0]);
  const isRepeated =
    width > 1 &&
    headings.length % width === 0 &&
    headings.every((heading, at) => heading === headings[at % width]);
  return isRepeated ? width : null;
}

/** Names rows by their headings: the first column of words that are all different. Positions in a ranking are not names. */
function nameRows(columns: readonly Column[], rows: readonly PlainRow[]): GridRow[] {
  const headings = columns.find((column) => isHeadingColumn(column, rows));
  return rows.map((row) => {
    const isSpanning = hasOneCell(row);
    const name = toText(row.cells[isSpanning ? 0 : (headings?.index ?? 0)] ?? '');
    return { ...row, name, label: headings || isSpanning ? name : null };
  });
}

function isHeadingColumn({ index }: Column, rows: readonly PlainRow[]): boolean {
  const texts = rows.filter((row) => !hasOneCell(row)).map(({ cells }) => toText(cells[index] ?? ''));
  return texts.every((text) => /\p{L}/u.test(text)) && new Set(texts).size === texts.length;
}

function toText(words: Words): string {
  return typeof words === 'string' ? words : toPlainText(words);
}
