import { groupBy } from '../model/group-by.js';
import { listBlocks } from '../model/list-sections.js';
import type { Table } from '../model/blocks/table.js';
import { toPlainText, walkInlines, type Inline } from '../model/inline.js';
import type { Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { reportProblem } from './report-problem.js';

/** The digits of a number in a cell. */
interface Digits {
  /** The unit. */
  kind: string;
  /** The decimal places. */
  count: number;
  significant: number;
}

/** Checks that numbers of one kind in a column have the same decimal places. Mixed places exaggerate differences. */
export function checkColumns({ document }: CheckableText, { percentOnly = false } = {}): Problem[] {
  return listBlocks(document).flatMap((block) =>
    block.kind === 'table' ? findUnevenColumn(block, percentOnly) : [],
  );
}

function findUnevenColumn(table: Table, percentOnly: boolean): Problem[] {
  const unevenHeadings = table.columns.flatMap(({ heading }, column) => {
    const numbers = table.rows.flatMap(({ cells }) => countDecimals(cells[column] ?? []) ?? []);
    const kinds = groupBy(numbers, ({ kind }) => kind);
    if (percentOnly) kinds.delete('');
    return [...kinds.values()].some(isUneven) ? [toPlainText(heading)] : [];
  });
  return unevenHeadings.slice(0, 1).map((heading) =>
    reportProblem(
      'decimals-are-even',
      table.place,
      `the column "${heading}" of ${table.number ?? 'the table'} mixes decimal places`,
      {
        expected: 'the same number of places for all numbers of one kind',
      },
    ),
  );
}

/** Returns true for mixed decimal places, unless all numbers have the same significant digits: 45 and 9.7. */
function isUneven(numbers: readonly Digits[]): boolean {
  const [places, significant] = [
    new Set(numbers.map(({ count }) => count)),
    new Set(numbers.map((number) => number.significant)),
  ];
  return places.size > 1 && significant.size > 1;
}

/**
 * Counts the decimal places of the number in a cell, and names its kind. Null for other content, and for numbers such as
 * p-values, whose places the program chooses.
 */
function countDecimals(cell: Inline[]): Digits | null {
  const match = /^[+−-]?£?[\d,]+(?:\.(\d+))?(%?)$/.exec(toPlainText(cell).trim());
  const source = [...walkInlines(cell)].find((inline) => inline.kind === 'value' || inline.kind === 'text');
  const figure = source?.kind === 'value' ? source.figure : null;
  const isTyped = source?.kind === 'text' && source.origins !== undefined;
  if (!match || (!figure && !isTyped)) return null;
  const digits = match[0].replace(/\D/g, '').replace(/^0+/, '');
  return { kind: figure?.unit ?? match[2] ?? '', count: match[1]?.length ?? 0, significant: digits.length };
}
