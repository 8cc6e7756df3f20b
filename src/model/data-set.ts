import type { BetterWhen } from './better-when.js';
import type { ComparedPeriod } from './compared-period.js';
import type { Disclosure } from './disclosure.js';
import type { Figure } from './figure.js';
import type { Mark } from './mark.js';
import type { Markup } from './markup.js';
import type { Place } from './problem.js';
import type { Period } from './period.js';
import type { ScaleStep } from './scale.js';
import type { Unreviewed } from './unreviewed.js';
import { PLAIN_UNITS, type Unit } from './unit.js';

/** The types of a column whose cells an author fills in. */
const NUMBER_TYPES = [...PLAIN_UNITS, 'rate'] as const;
export const COLUMN_TYPES = [
  'text',
  'markdown',
  ...NUMBER_TYPES,
  'date',
  'scale',
  'measure',
  'paper',
] as const;

export type NumberType = (typeof NUMBER_TYPES)[number];
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** A column that is computed from others. Columns are named by id. */
export type Computation =
  | { kind: 'sum-of'; columns: string[] }
  | { kind: 'difference' | 'percent-change'; from: string; to: string }
  /** The share of the column's total. */
  | { kind: 'share-of' | 'rank-of'; column: string }
  /** The same column of an earlier file. */
  | { kind: 'previous'; column: string; in: ComparedPeriod }
  | { kind: 'ratio' | 'percent-of'; of: string; to: string }
  | { kind: 'rate'; of: string; per: string; times: number }
  /** The difference from another row, by the row's name. */
  | { kind: 'against'; column: string; row: string };

/** A column of a data set. */
export interface DataColumn {
  id: string;
  /** The heading, in which `{{…}}` may stand. */
  label: Markup;
  /** The heading with each `{{…}}` filled in. Absent until then. */
  name?: string;
  /** The type of a filled-in column, and of one that repeats words of an earlier file. Other computed columns have none. */
  type: ColumnType | null;
  /** True if the cells decide the type, and no definition does. */
  isTypeInferred: boolean;
  /** The unit of a filled-in column of numbers. Null for other columns. */
  unit: Unit | null;
  computation: Computation | null;
  /** The decimal places of every cell. Null takes the most that any cell has. */
  places: number | null;
  /** Prints the sign of positive numbers. */
  isSigned: boolean;
  /** True if the author confirms percentages below 0 and above 100. */
  isConfirmed: boolean;
  betterWhen: BetterWhen | null;
  /** The treatment of the cells by the next period. Cells to review are kept, and their rows are listed for review. */
  carry: 'keep' | 'review' | 'empty';
  /** The day that the column holds of a promise: by when it is due, or when it was done. Null for other columns. */
  role: 'due' | 'done' | null;
  /** The column that the figures rest on, and the least for one to be printed. Absent if there is no such limit. */
  minimumBase?: { column: string; least: number };
  /** The column of an earlier file with the same figures. Absent if the column repeats none. */
  repeats?: { column: string; in: ComparedPeriod };
  /** The steps of a scale. Empty for other types. */
  steps: ScaleStep[];
  place: Place;
}

/** A table of the author's own, as one period's files have it. */
export interface DataSet {
  id: string;
  title: Markup;
  period: Period;
  columns: DataColumn[];
  /** The column that names the rows. */
  key: string;
  /** The column whose values head groups of rows. Null if rows are not grouped. */
  groups: string | null;
  /** The columns that a row of totals adds up. */
  totals: string[];
  rows: DataRow[];
  /** The row of totals. Null without totals, and before it is computed. */
  total: DataRow | null;
  /** The counts that are not shown. Null if all of them may be. */
  disclosure: Disclosure | null;
  /** The totals that the file states, by column, because rows behind them are not shown. */
  statedTotals: Readonly<Record<string, Figure>>;
  /** The totals of groups with several rows, by the text that heads the group. Empty without groups or totals. */
  subtotals: ReadonlyMap<string, DataRow>;
  source: string;
  /** Who supplies the rows. Null if no file says so. */
  owner: string | null;
  /** The day by which the rows are due, as YYYY-MM-DD. Null if the file does not say so. */
  due: string | null;
  /** The text of the spreadsheet that the rows come from, among the files. Null for rows in YAML. */
  spreadsheet: { path: string; headerRow: number } | null;
  /** The heading in the file, by column. */
  headings: ReadonlyMap<string, string>;
  /** True if the headings of the file are the columns: no definition lists them. */
  isInferred: boolean;
  /** The days that the rows are about: "28 March to 3 April 2009". Null if they are those of the period. */
  span: string | Figure | null;
  /** The figure that stands for the rows while all of them are to come. Null otherwise. */
  toCome: Figure | null;
  /**
   * The treatment of the rows by the next period. `keep` keeps every value, `review` does too and lists the rows for review, `names`
   * keeps the names of rows and the columns that are kept, and `empty` leaves out all rows.
   */
  carry: 'keep' | 'review' | 'names' | 'empty';
  /** The rows that were carried over and need the author's review. */
  unreviewed: Unreviewed[];
  place: Place;
}

/** The name of the row of totals, and its words in the key column. */
export const TOTAL_ROW = 'total';
export const TOTAL_LABEL = 'Total';

export interface DataRow {
  /** The name in templates, unique in its data set. */
  id: string;
  /** By column. A column without a cell here is to come. */
  cells: Record<string, DataCell>;
  place: Place;
}

export type DataCell =
  | { kind: 'figure'; figure: Figure; mark: Mark | null }
  | { kind: 'text'; text: string }
  | { kind: 'markup'; markup: Markup }
  | { kind: 'step'; step: ScaleStep }
  /** A measure whose value in the period the cell prints. It becomes a figure when measures are computed. */
  | { kind: 'measure'; measure: string; place: Place }
  /** Another paper, which the cell cites. `meeting` is null for the paper's own meeting. */
  | { kind: 'paper'; paper: string; meeting: string | null; place: Place };

/** Returns the words of a cell, as a sentence prints them. Null for a figure. */
export function getCellText(cell: DataCell): string | null {
  switch (cell.kind) {
    case 'figure':
      return null;
    case 'text':
      return cell.text;
    case 'markup':
      return cell.markup.text;
    case 'step':
      return cell.step.label;
    case 'measure':
      return cell.measure;
    case 'paper':
      return cell.paper;
    default:
      return cell satisfies never;
  }
}

/** The types of words that a later file can repeat. */
const REPEATED_WORDS = ['text', 'date', 'scale'] as const satisfies readonly ColumnType[];

/** Returns true if a column has words that the column `previous` of a later file can repeat. */
export function hasRepeatableWords({ type, computation }: Pick<DataColumn, 'type' | 'computation'>): boolean {
  return computation === null && REPEATED_WORDS.some((words) => words === type);
}

/** Returns true if the cells of a column are figures: typed numbers, or computed ones. */
export function isNumberColumn({ type, computation }: Pick<DataColumn, 'type' | 'computation'>): boolean {
  return computation === null ? isNumberType(type) : type === null;
}

export function isNumberType(type: DataColumn['type']): type is NumberType {
  return NUMBER_TYPES.some((number) => number === type);
}

/** Returns true if the next period keeps the cells of a column: names of rows and groups, and what the author says. */
export function isColumnKept({ id, carry }: DataColumn, { key, groups, carry: rows }: DataSet): boolean {
  if (rows === 'keep' || rows === 'review') return true;
  return carry !== 'empty' || id === key || id === groups;
}

/** Returns true if the next period lists the rows for review. */
export function isReviewed({ carry, columns }: Pick<DataSet, 'carry' | 'columns'>): boolean {
  return carry === 'review' || (carry === 'names' && columns.some((column) => column.carry === 'review'));
}

/** Returns the name of a row for readers: the text of its key. */
export function getRowLabel(row: DataRow, { key }: Pick<DataSet, 'key'>): string {
  const cell = row.cells[key];
  return (cell && getCellText(cell)) || row.id;
}

/** Names a column in lists of figures. A label with `{{…}}` is not filled in yet, so the column's own name stands for it. */
export function nameColumn({ id, label, name }: Pick<DataColumn, 'id' | 'label' | 'name'>): string {
  if (name !== undefined) return name;
  return label.text.includes('{{') ? id.replaceAll('-', ' ') : label.text.replace(/\\(.)/g, '$1');
}

/** Lists the columns that a column is computed from. */
export function listNamedColumns({ computation }: Pick<DataColumn, 'computation'>): string[] {
  if (computation === null) return [];
  switch (computation.kind) {
    case 'sum-of':
      return computation.columns;
    case 'difference':
    case 'percent-change':
      return [computation.from, computation.to];
    case 'share-of':
    case 'rank-of':
    case 'previous':
    case 'against':
      return [computation.column];
    case 'ratio':
    case 'percent-of':
      return [computation.of, computation.to];
    case 'rate':
      return [computation.of, computation.per];
    default:
      return computation satisfies never;
  }
}

/** Lists the columns of the totals, and those that they are computed from. */
export function listTotalledColumns({
  totals,
  columns,
}: {
  totals: readonly string[];
  columns: readonly DataColumn[];
}): Set<string> {
  const needed = new Set(totals);
  for (const id of needed) {
    const column = columns.find((candidate) => candidate.id === id);
    for (const name of column ? listNamedColumns(column) : []) needed.add(name);
  }
  return needed;
}
