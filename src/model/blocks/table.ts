import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

export interface Table {
  kind: 'table';
  anchor: string;
  /** "Table 1". Null for a small table of words, which nothing can cite. */
  number: string | null;
  title: Inline[];
  columns: Column[];
  /** Headings above those of the columns, from left to right. Absent in a table with one row of headings. */
  heads?: Head[];
  rows: Row[];
  notes: Inline[][];
  /** True for a table that may break between its rows although it fits on a page. Absent in the tables of papers. */
  isDivided?: true;
  /** The table's definition in YAML, or the place where an author typed it. */
  place: Place;
}

/** A heading above the headings of some columns that stand side by side. */
export interface Head {
  heading: Inline[];
  /** The first column under it, counted from 0. */
  start: number;
  /** The number of columns under it. */
  span: number;
}

export interface Column {
  heading: Inline[];
  /** `decimal` aligns numbers on their last digit. */
  align: 'left' | 'right' | 'decimal';
  /** A share of the text's width, from 0 to 1. Null makes the column as wide as its content. */
  width: number | null;
  /** True if its cells head their rows. Absent in all columns if the first column does. */
  headsRows?: true;
}

/**
 * A table row. A `group` row has one cell, which heads the rows below it. A `gap` row has one cell too, and stands for rows that
 * the table leaves out.
 */
export interface Row {
  kind: 'data' | 'group' | 'gap' | 'total';
  cells: Inline[][];
}

export function listTableRuns({ title, columns, heads = [], rows, notes }: Table): Inline[][] {
  return [
    title,
    ...[...heads, ...columns].map(({ heading }) => heading),
    ...rows.flatMap(({ cells }) => cells),
    ...notes,
  ];
}

/** Finds the heading above that of a column. */
export function findHead(heads: readonly Head[] | undefined, column: number): Head | null {
  return heads?.find(({ start, span }) => column >= start && column < start + span) ?? null;
}

/** Returns the full headings of columns, with the heading above: "2024/25: Budget". */
export function listFullHeadings({ columns, heads }: Pick<Table, 'columns' | 'heads'>): Inline[][] {
  return columns.map(({ heading }, index) => {
    const head = findHead(heads, index);
    return head ? [...head.heading, { kind: 'text', text: ': ' }, ...heading] : heading;
  });
}
