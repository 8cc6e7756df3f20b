import { listBlocks } from '../model/list-sections.js';
import type { Table } from '../model/blocks/table.js';
import { toPlainText, walkInlines, type Inline } from '../model/inline.js';
import type { Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { reportProblem } from './report-problem.js';

/** Checks that numbers of one kind in a column have the same decimal places. Mixed places exaggerate differences. */
export function checkColumns({ document }: CheckableText): Problem[] {
  return listBlocks(document).flatMap((block) => (block.kind === 'table' ? findUnevenColumn(block) : []));
}

function findUnevenColumn(table: Table): Problem[] {
  const unevenHeadings = table.columns.flatMap(({ heading }, column) => {
    const kinds = new Map<string, Set<number>>();
    for (const { cells } of table.rows) {
      const places = countDecimals(cells[column] ?? []);
      if (!places) continue;
      kinds.set(places.kind, (kinds.get(places.kind) ?? new Set()).add(places.count));
    }
    return [...kinds.values()].some((counts) => counts.size > 1) ? [toPlainText(heading)] : [];
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

/**
 * Counts the decimal places of the number in a cell, and names its kind. Null for other content, and for numbers such as
 * p-values, whose places the program chooses.
 */
function countDecimals(cell: Inline[]): { kind: string; count: number } | null {
  const match = /^[+−-]?£?[\d,]+(?:\.(\d+))?(%?)$/.exec(toPlainText(cell).trim());
  const source = [...walkInlines(cell)].find((inline) => inline.kind === 'value' || inline.kind === 'text');
  const figure = source?.kind === 'value' ? source.figure : null;
  const isTyped = source?.kind === 'text' && source.origins !== undefined;
  if (!match || (!figure && !isTyped)) return null;
  return { kind: figure?.unit ?? match[2] ?? '', count: match[1]?.length ?? 0 };
}
