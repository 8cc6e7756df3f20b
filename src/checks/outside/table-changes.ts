import { listBlocks } from '../../model/list-sections.js';
import type { Row, Table } from '../../model/blocks/table.js';
import { findStart } from '../../model/find-start.js';
import { toPlainText } from '../../model/inline.js';
import type { Problem } from '../../model/problem.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { reportProblem } from '../report-problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';
import { readCell, type Cell } from './read-cell.js';

/** The heading of a column that other columns give: "Variance", "% change". */
const CHANGE = /\b(?:change|variance|difference|movement|increase|decrease|over\/under|\+\/-)/i;
/** Fewer rows that agree may agree by chance. */
const FEWEST_AGREEING = 3;

/** Finds changes in tables that do not follow from their two columns, as most rows of the table do. */
export function checkTableChanges({ document }: CheckableOutsidePaper): Problem[] {
  return listBlocks(document).flatMap((block) => (block.kind === 'table' ? findWrongChanges(block) : []));
}

function findWrongChanges(table: Table): Problem[] {
  return table.columns.flatMap(({ heading }, column) =>
    CHANGE.test(toPlainText(heading)) ? checkColumn(table, column) : [],
  );
}

/** Finds the two columns that give a change, and the rows that contradict them. */
function checkColumn(table: Table, column: number): Problem[] {
  const rows = table.rows.filter(
    ({ kind, cells }) => kind !== 'group' && cells.length === table.columns.length,
  );
  for (let to = 2; to < column; to++)
    for (let from = 1; from < to; from++) {
      const compared = rows.flatMap((row) => compareRow(row, { from, to, column }) ?? []);
      const wrong = compared.filter(({ isRight }) => !isRight);
      // Zeros agree with any two columns that are equal.
      const agreeing = compared.filter(({ isRight, stated }) => isRight && stated.value !== 0).length;
      if (agreeing < FEWEST_AGREEING || wrong.length * 2 >= agreeing) continue;
      return wrong.map(({ row, stated, expected }) =>
        reportProblem(
          'change-recomputes',
          stated.place,
          `the change of "${toPlainText(row.cells[0] ?? []).trim()}" in ${table.number ?? 'the table'} is not ${toPlainText(row.cells[column] ?? []).trim()}`,
          { expected },
        ),
      );
    }
  return [];
}

interface Compared {
  row: Row;
  stated: Cell;
  isRight: boolean;
  expected: string;
}

/** Compares a change with its two numbers, in either direction. Null for a row without these numbers. */
function compareRow(row: Row, columns: { from: number; to: number; column: number }): Compared | null {
  const [from, to] = [readCell(row.cells[columns.from]), readCell(row.cells[columns.to])];
  const cell = row.cells[columns.column] ?? [];
  const text = toPlainText(cell).trim();
  const isPercent = text.endsWith('%') || /%\)$/.test(text);
  const stated = readCell([{ kind: 'text', text: text.replace('%', '') }]);
  if (!from || !to || !stated || (isPercent && from.value === 0)) return null;
  const difference = to.value - from.value;
  const exact = isPercent ? (difference / from.value) * 100 : difference;
  const rounding = (from.precision < 1 ? from.precision : 0) + (to.precision < 1 ? to.precision : 0);
  const slack =
    stated.precision / 2 + (isPercent ? Math.abs(rounding / from.value) * 100 : rounding / 2) + 1e-9;
  const isRight = Math.abs(Math.abs(exact) - Math.abs(stated.value)) <= slack;
  const places = Math.max(0, Math.round(-Math.log10(stated.precision)));
  return {
    row,
    stated: { ...stated, place: findStart(cell) },
    isRight,
    expected: `${roundDecimal(exact, places)}${isPercent ? '%' : ''}`,
  };
}
