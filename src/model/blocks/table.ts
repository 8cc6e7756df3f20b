import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

export interface Table {
  kind: 'table';
  anchor: string;
  /** "Table 1". Null for a small table of words, which nothing can cite. */
  number: string | null;
  title: Inline[];
  columns: Column[];
  rows: Row[];
  notes: Inline[][];
  /** The table's definition in YAML, or the place where an author typed it. */
  place: Place;
}

export interface Column {
  heading: Inline[];
  /** `decimal` aligns numbers on their last digit. */
  align: 'left' | 'right' | 'decimal';
  /** A share of the text's width, from 0 to 1. Null makes the column as wide as its content. */
  width: number | null;
}

/** A table row. Its first cell is the row's heading. A `group` row has one cell, which heads the rows below it. */
export interface Row {
  kind: 'data' | 'group' | 'total';
  cells: Inline[][];
}

export function listTableRuns({ title, columns, rows, notes }: Table): Inline[][] {
  return [title, ...columns.map(({ heading }) => heading), ...rows.flatMap(({ cells }) => cells), ...notes];
}
