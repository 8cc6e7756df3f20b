import type { Table } from '../model/blocks/table.js';
import { toPlainText } from '../model/inline.js';
import type { Problem } from '../model/problem.js';
import { reportProblem } from './report-problem.js';

/** Finds neighbouring rows of a typed table with the same result and different ranks. */
export function findTiesInTable(table: Table): Problem[] {
  const headings = table.columns.map(({ heading }) => toPlainText(heading));
  const rank = headings.findIndex((heading) => /^(?:rank|position|place)\b/i.test(heading));
  if (rank < 0) return [];
  const rows = table.rows.filter(({ kind }) => kind === 'data').map(({ cells }) => cells.map(toPlainText));
  const results = headings.flatMap((_heading, column) =>
    column !== rank && rows.every((row) => /^[\d.,]+%?$/.test((row[column] ?? '').trim())) ? [column] : [],
  );
  return rows.flatMap((row, index): Problem[] => {
    const next = rows[index + 1];
    if (!next || results.length === 0 || !results.every((column) => row[column] === next[column])) return [];
    if (row[rank] === next[rank]) return [];
    return [
      reportProblem(
        'ties-share-rank',
        table.place,
        `rows with the same result have different ranks: ${row[rank] ?? ''} and ${next[rank] ?? ''}`,
        {
          expected: 'a shared rank, such as 30=',
          hint: 'Use a table with `kind: ranking` in tables.yaml, which computes the ranks.',
        },
      ),
    ];
  });
}
