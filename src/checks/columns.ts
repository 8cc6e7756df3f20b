import { listBlocks } from '../model/list-sections.js';
import type { Table } from '../model/blocks/table.js';
import { toPlainText, walkInlines, type Inline } from '../model/inline.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';

/** Numbers of one kind in one column are read against each other: 64% beside 64.5% looks more different than it is. */
export function checkColumns({ document }: Checkable): Problem[] {
  return listBlocks(document).flatMap((block) => (block.kind === 'table' ? unevenColumn(block) : []));
}

function unevenColumn(table: Table): Problem[] {
  const uneven = table.columns.flatMap(({ heading }, column) => {
    const kinds = new Map<string, Set<number>>();
    for (const { cells } of table.rows) {
      const places = decimals(cells[column] ?? []);
      if (!places) continue;
      kinds.set(places.kind, (kinds.get(places.kind) ?? new Set()).add(places.count));
    }
    return [...kinds.values()].some((counts) => counts.size > 1) ? [toPlainText(heading)] : [];
  });
  return uneven.slice(0, 1).map((heading) =>
    found(
      'decimals-are-even',
      table.place,
      `the column "${heading}" of ${table.number ?? 'the table'} mixes decimal places`,
      {
        expected: 'as many places for each number of a kind',
      },
    ),
  );
}

/**
 * How many decimal places the number in a cell has, and of which kind it is. Null where it is neither a figure nor a number that
 * was typed: what the program works out, such as a p-value, has its own places.
 */
function decimals(cell: Inline[]): { kind: string; count: number } | null {
  const match = /^[+−-]?£?[\d,]+(?:\.(\d+))?(%?)$/.exec(toPlainText(cell).trim());
  const own = [...walkInlines(cell)].find((inline) => inline.kind === 'value' || inline.kind === 'text');
  const figure = own?.kind === 'value' ? own.figure : null;
  const typed = own?.kind === 'text' && own.origins !== undefined;
  if (!match || (!figure && !typed)) return null;
  return { kind: figure?.unit ?? match[2] ?? '', count: match[1]?.length ?? 0 };
}
