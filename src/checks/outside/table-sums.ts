import { listBlocks } from '../../model/list-sections.js';
import type { Table } from '../../model/blocks/table.js';
import { toPlainText } from '../../model/inline.js';
import type { Place, Problem } from '../../model/problem.js';
import { sum } from '../../statistics/sum.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { getPrecision } from '../parse-number.js';
import { reportProblem } from '../report-problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

/** A number of a table as it is printed. */
interface Cell {
  value: number;
  /** The value of its last place. */
  precision: number;
  place: Place | undefined;
}

/** Rows that are parts of other rows, or no amounts. */
const NOT_ADDED =
  /\b(?:sub-?\s?totals?|of\s+which|including|average|mean|median|net|balance|less|rate|per\s+cent|percentage|proportion|rank|ratio)\b|%/i;

/** Checks the totals of tables, in their last row and in their last column. Percentages and averages are never added. */
export function checkTableSums({ document }: CheckableOutsidePaper): Problem[] {
  return listBlocks(document).flatMap((block) =>
    block.kind === 'table' ? [...findWrongTotals(block), ...findWrongRowTotals(block)].slice(0, 3) : [],
  );
}

/** Checks the row "Total". Groups, subtotals, rows of parts and merged cells make a table too unclear. */
function findWrongTotals(table: Table): Problem[] {
  const totals = table.rows.filter(({ kind }) => kind === 'total');
  const [total] = totals;
  const isUnclear =
    totals.length !== 1 ||
    total !== table.rows.at(-1) ||
    table.rows.some(
      ({ kind, cells }) =>
        kind === 'group' ||
        cells.length !== table.columns.length ||
        NOT_ADDED.test(toPlainText(cells[0] ?? [])),
    );
  if (!total || isUnclear || table.rows.length < 3) return [];
  return table.columns.flatMap(({ heading }, column) => {
    const name = toPlainText(heading).trim();
    const stated = readCell(total.cells[column]);
    const parts = table.rows.slice(0, -1).map(({ cells }) => readCell(cells[column], true));
    if (column === 0 || NOT_ADDED.test(name) || !stated || parts.some((part) => part === null)) return [];
    return compare(
      parts as Cell[],
      stated,
      `the column "${name === '' ? String(column + 1) : name}" of ${table.number ?? 'the table'}`,
    );
  });
}

/** Checks the column "Total", where most rows agree with it. */
function findWrongRowTotals(table: Table): Problem[] {
  const headings = table.columns.map(({ heading }) => toPlainText(heading).trim());
  const last = headings.length - 1;
  if (
    last < 3 ||
    !/^(?:grand\s+)?total$/i.test(headings[last] ?? '') ||
    headings.some((name) => NOT_ADDED.test(name))
  )
    return [];
  const checked = table.rows.flatMap(({ kind, cells }) => {
    const stated = readCell(cells[last]);
    const parts = cells.slice(1, last).map((cell) => readCell(cell, true));
    if (kind === 'group' || !stated || parts.some((part) => part === null) || parts.length < 2) return [];
    const name = toPlainText(cells[0] ?? []).trim();
    return [compare(parts as Cell[], stated, `the row "${name}" of ${table.number ?? 'the table'}`)];
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

const NUMBER = /^(?<sign>[(−–-])?£?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\)?$/;

/** Reads a cell that is one number. A part that is a dash is nothing. */
function readCell(cell: Table['rows'][number]['cells'][number] | undefined, isPart = false): Cell | null {
  const [first] = cell ?? [];
  const text = toPlainText(cell ?? []).replace(/\s+/g, '');
  const place = first?.kind === 'text' ? first.origins?.[0]?.place : undefined;
  if (isPart && /^[-–—]$/.test(text)) return { value: 0, precision: 1, place };
  const { sign, digits } = NUMBER.exec(text)?.groups ?? {};
  if (digits === undefined) return null;
  const value = Number(digits.replaceAll(',', ''));
  return { value: sign === undefined ? value : -value, precision: getPrecision(digits), place };
}
