import { addUpColumn } from '../../model/add-up-column.js';
import {
  getCellText,
  getRowLabel,
  type DataColumn,
  type DataRow,
  type DataSet,
} from '../../model/data-set.js';
import { CONFIDENTIAL } from '../../model/disclosure.js';
import { isToCome, type Figure } from '../../model/figure.js';
import { matchesCell } from '../../model/matches-cell.js';
import { nameUnaddable } from '../../model/name-unaddable.js';
import { DATA_COLUMN, DATA_SET, type DataSetValue } from '../data-set-context.js';
import { makeFigureInline, makeOutput } from './figure-values.js';
import {
  defineHelper,
  HelperCallError,
  makeUnknownNameError,
  type Helper,
  type HelperDefinition,
} from './helper.js';

/** A column of a data set, as a template names it: `data.complaints.this-year`. */
interface ColumnValue {
  set: DataSet;
  column: string;
}

/** `{{total data.complaints.this-year}}`: the sum of a column. It is to come while a part of it is. */
const total: Helper = ({ args: [value] }) => {
  const { set, column } = readColumn(value, '{{total data.complaints.this-year}}');
  if (set.toCome) return makeOutput(makeFigureInline(set.toCome));
  const computed = set.total?.cells[column];
  if (computed?.kind === 'figure') return makeOutput(makeFigureInline(computed.figure));
  const figures = listFigures(set, column).map(({ figure }) => figure);
  const definition = set.columns.find(({ id }) => id === column);
  if (!definition || figures.length === 0)
    throw new HelperCallError(`the column ${column} has no numbers`, 'a column of numbers');
  checkAddable(definition, figures);
  return makeOutput(makeFigureInline(addUpColumn(set, definition, figures)));
};

/** Refuses to add up percentages and rates. Shares of a whole add up to it. */
function checkAddable({ id, computation }: DataColumn, figures: readonly Figure[]): void {
  const names = figures.map(({ unit }) => nameUnaddable(unit)).find((name) => name !== null);
  if (names === undefined || computation?.kind === 'share-of') return;
  throw new HelperCallError(
    `the column ${id} holds ${names}, which do not add up`,
    computation === null
      ? 'a column of counts or sums'
      : `a column of counts or sums; or list ${id} under totals: in data/datasets.yaml, and its total is computed from theirs`,
  );
}

/** Makes the helper that prints the largest or smallest figure of a column. `name=true` prints the row's name instead. */
function makeExtremeHelper(name: string, isBetter: (a: number, b: number) => boolean): Helper {
  return ({ args: [value], options }) => {
    const { set, column } = readColumn(value, `{{${name} data.complaints.this-year}}`);
    if (set.toCome) return makeOutput(makeFigureInline(set.toCome));
    const figures = listFigures(set, column);
    // Of a figure that is not shown, nobody can say that another one is larger.
    const missing = figures.find(
      ({ figure }) => isToCome(figure) || (figure.value === null && figure.reason === CONFIDENTIAL),
    );
    if (missing) return makeOutput(makeFigureInline(missing.figure));
    const [first, ...others] = figures.filter(({ figure }) => figure.value !== null);
    if (!first) throw new HelperCallError(`the column ${column} has no figures`, 'a column of numbers');
    const found = others.reduce(
      (best, next) => (isBetter(next.figure.value ?? 0, best.figure.value ?? 0) ? next : best),
      first,
    );
    if (options['name'] !== true) return makeOutput(makeFigureInline(found.figure));
    return getRowLabel(found.row, set);
  };
}

function listFigures(set: DataSet, column: string): { row: DataRow; figure: Figure }[] {
  return set.rows.flatMap((row) => {
    const cell = row.cells[column];
    return cell?.kind === 'figure' ? [{ row, figure: cell.figure }] : [];
  });
}

function readColumn(value: unknown, example: string): ColumnValue {
  if (typeof value === 'object' && value !== null && DATA_COLUMN in value)
    return value[DATA_COLUMN] as ColumnValue; // only makeDataContext sets this key
  throw new HelperCallError('this is not a column of a data set', example);
}

/** The rows of a data set that a call asks for. `isKnown` is false while a cell that decides is to come. */
export interface MatchingRows {
  set: DataSet;
  rows: DataRow[];
  isKnown: boolean;
}

/** Returns the rows of a data set whose cells match all options: `rating="red"`. Null if the value is no data set. */
export function findMatchingRows(
  value: unknown,
  options: Readonly<Record<string, unknown>>,
): MatchingRows | null {
  if (typeof value !== 'object' || value === null || !(DATA_SET in value)) return null;
  const { set, noteColumns } = value[DATA_SET] as DataSetValue; // only makeDataContext sets this key
  const known = set.columns.map(({ id }) => id);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw makeUnknownNameError(`no column is called "${unknown}"`, unknown, known);
  noteColumns([set.key, ...Object.keys(options)]);
  const rows = set.rows.filter((row) =>
    Object.entries(options).every(([column, wanted]) => matchesCell(row.cells[column], wanted)),
  );
  // A row that an earlier file lacks has no words to repeat, and none are to come.
  const deciding = set.columns.filter(
    ({ id, type, computation }) =>
      id in options && type !== 'text' && type !== 'markdown' && (computation === null || type === null),
  );
  const isKnown =
    set.toCome === null && set.rows.every((row) => deciding.every(({ id }) => hasCome(row.cells[id])));
  return { set, rows, isKnown };
}

function hasCome(cell: DataRow['cells'][string] | undefined): boolean {
  if (!cell) return false;
  return cell.kind === 'figure' ? !isToCome(cell.figure) : getCellText(cell) !== '';
}

export const dataSetHelpers = {
  total: defineHelper(total, 1),
  largest: defineHelper(
    makeExtremeHelper('largest', (a, b) => a > b),
    1,
    'name',
  ),
  smallest: defineHelper(
    makeExtremeHelper('smallest', (a, b) => a < b),
    1,
    'name',
  ),
} satisfies Record<string, HelperDefinition>;
