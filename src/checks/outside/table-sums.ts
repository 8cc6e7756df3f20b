import { listBlocks } from '../../model/list-sections.js';
import type { Row, Table } from '../../model/blocks/table.js';
import { toPlainText } from '../../model/inline.js';
import type { Problem } from '../../model/problem.js';
import { sum } from '../../statistics/sum.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { reportProblem } from '../report-problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';
import { readCell, type Cell } from './read-cell.js';

/** Rows and columns that are parts of others, or no amounts. */
const NOT_ADDED =
  /\b(?:of\s+which|including|average|mean|median|net|balance|less|rate|per\s+cent|percentage|proportion|rank|ratio)\b|%/i;
const SUBTOTAL = /\bsub-?\s?totals?\b/i;
/** "All areas": the last row may be the total of the rows above it. */
const ALL = /^all\b/i;
const FEWEST_ROWS = 3;

/** Checks the totals of tables, in rows and in a column. Percentages and averages are never added. */
export function checkTableSums({ document }: CheckableOutsidePaper): Problem[] {
  return listBlocks(document).flatMap((block) =>
    block.kind === 'table' ? [...findWrongTotals(block), ...findWrongRowTotals(block)].slice(0, 3) : [],
  );
}

/** The rows of a table by what they add up: each subtotal its own parts, and the total all of them. */
interface Sums {
  total: Row;
  subtotals: { row: Row; parts: Row[] }[];
  /** All rows that are no total. */
  parts: Row[];
}

/** Checks the total in the last row, and subtotals. Rows of parts and merged cells make a table too unclear. */
function findWrongTotals(table: Table): Problem[] {
  const sums = arrangeSums(table);
  if (!sums) return [];
  const columns = table.columns.map(({ heading }, column) => {
    const name = toPlainText(heading).trim();
    if (column === 0 || NOT_ADDED.test(name)) return null;
    return checkColumn(
      sums,
      column,
      `the column "${name === '' ? String(column + 1) : name}" of ${table.number ?? 'the table'}`,
    );
  });
  const checked = columns.filter((problems) => problems !== null);
  // "All areas" may be more areas than the table lists, unless another column adds up to it.
  const isCertain = sums.total.kind === 'total' || checked.some((problems) => problems.length === 0);
  return isCertain ? checked.flat() : [];
}

function arrangeSums({ rows, columns }: Table): Sums | null {
  const filled = rows.filter(({ kind }) => kind !== 'group');
  const total = filled.at(-1);
  const body = filled.slice(0, -1);
  const isUnclear =
    filled.length < FEWEST_ROWS ||
    !total ||
    (total.kind !== 'total' && !ALL.test(nameRow(total))) ||
    filled.some(({ cells }) => cells.length !== columns.length) ||
    body.some((row) => NOT_ADDED.test(nameRow(row)));
  if (isUnclear) return null;
  const subtotals: Sums['subtotals'] = [];
  let parts: Row[] = [];
  for (const row of body)
    if (row.kind !== 'total' && !SUBTOTAL.test(nameRow(row))) parts.push(row);
    else {
      subtotals.push({ row, parts });
      parts = [];
    }
  const isPart = (row: Row): boolean => !subtotals.some((subtotal) => subtotal.row === row);
  return { total, subtotals, parts: body.filter(isPart) };
}

function nameRow({ cells }: Row): string {
  return toPlainText(cells[0] ?? []).trim();
}

/**
 * Checks the total of a column, and its subtotals. Returns null for a column that is not all numbers of one unit. A wrong total is
 * certain only if all subtotals are right, and a wrong subtotal only if the total is right.
 */
function checkColumn({ total, subtotals, parts }: Sums, column: number, name: string): Problem[] | null {
  const check = (row: Row, rows: readonly Row[], what: string): Problem[] | null => {
    const stated = readCell(row.cells[column]);
    const cells = rows.map(({ cells: all }) => readCell(all[column], true));
    return stated && cells.every((cell) => cell?.unit === stated.unit || cell?.value === 0)
      ? compare(cells as Cell[], stated, what)
      : null;
  };
  const whole = check(total, parts, name);
  if (whole === null) return null;
  const wrong = subtotals.map(({ row, parts: own }) =>
    own.length === 0 ? null : check(row, own, `"${nameRow(row)}" in ${name}`),
  );
  if (whole.length === 0) return wrong.flatMap((problems) => problems ?? []);
  return wrong.every((problems) => problems?.length === 0) ? whole : [];
}

const TOTAL_COLUMN = /^(?:(?:grand|overall|combined)\s+)?totals?(?:\s*(?:\(.{1,8}\)|£\S{0,4}))?$/i;

/** Checks the column "Total" by the columns before it, where most rows agree with it. */
function findWrongRowTotals(table: Table): Problem[] {
  const headings = table.columns.map(({ heading }) => toPlainText(heading).trim());
  const total = headings.findIndex((heading) => TOTAL_COLUMN.test(heading));
  if (total < FEWEST_ROWS || headings.slice(0, total).some((name) => NOT_ADDED.test(name))) return [];
  const checked = table.rows.flatMap((row) => {
    const stated = readCell(row.cells[total]);
    const parts = row.cells.slice(1, total).map((cell) => readCell(cell, true));
    if (row.kind === 'group' || !stated || parts.some((part) => part === null) || parts.length < 2) return [];
    return [compare(parts as Cell[], stated, `the row "${nameRow(row)}" of ${table.number ?? 'the table'}`)];
  });
  const wrong = checked.filter((problems) => problems.length > 0);
  return wrong.length * 2 < checked.length ? wrong.flat() : [];
}

/** A total that is far off is probably of something else. */
const FARTHEST = 0.25;

function compare(parts: readonly Cell[], stated: Cell, name: string): Problem[] {
  const exact = sum(parts.map(({ value }) => value));
  const coarsest = Math.max(stated.precision, ...parts.map(({ precision }) => precision));
  // Whole numbers are counts. Decimals are rounded, each by half a unit.
  const slack = coarsest < 1 ? (parts.length + 1) * 0.5 * coarsest + 1e-9 : 1e-9;
  const difference = Math.abs(exact - stated.value);
  if (parts.length < 2 || difference <= slack || difference > Math.abs(stated.value) * FARTHEST) return [];
  const places = coarsest < 1 ? Math.round(-Math.log10(coarsest)) : 0;
  return [
    reportProblem(
      'sum-recomputes',
      stated.place,
      `${name} adds up to ${roundDecimal(exact, places)}, not ${roundDecimal(stated.value, places)}`,
      {
        hint: 'Correct the parts or the total, or say that the figures are rounded.',
      },
    ),
  ];
}
