import type { DataSet } from '../model/data-set.js';
import type { Problem } from '../model/problem.js';
import { selectRows } from '../model/select-rows.js';
import type { TableSpec } from '../model/template.js';
import type { Renderer } from './renderer.js';

/**
 * Checks the cells of the type markdown that no table prints. Their authors see a mistake where they make it, and not months later in
 * another paper. `placed` names the tables that sections place.
 */
export function checkUnprintedCells(
  dataSets: Readonly<Record<string, DataSet>>,
  tables: readonly TableSpec[],
  placed: ReadonlySet<string>,
  { check }: Pick<Renderer, 'check'>,
): Problem[] {
  const printed = tables.filter(({ id }) => placed.has(id));
  return Object.values(dataSets).flatMap((set) => {
    const columns = set.columns.filter(({ type }) => type === 'markdown').map(({ id }) => id);
    if (columns.length === 0) return [];
    const cells = listPrinted(set, printed);
    return set.rows.flatMap((row) =>
      columns.flatMap((column) => {
        const cell = row.cells[column];
        // Text without {{…}} has no names to check.
        if (cell?.kind !== 'markup' || !cell.markup.text.includes('{{')) return [];
        return cells.has(`${row.id}.${column}`) ? [] : check(cell.markup);
      }),
    );
  });
}

/** Lists the cells of a data set that tables print, as "row.column". */
function listPrinted(set: DataSet, tables: readonly TableSpec[]): Set<string> {
  return new Set(
    tables.flatMap(({ content }) => {
      if (content.kind !== 'data' || content.set !== set.id) return [];
      const columns = content.columns ?? set.columns.map(({ id }) => id);
      return selectRows(content, set).flatMap((row) => columns.map((column) => `${row.id}.${column}`));
    }),
  );
}
