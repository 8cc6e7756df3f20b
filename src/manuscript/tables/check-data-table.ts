import type { DataColumn, DataSet } from '../../model/data-set.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { DataTable } from '../../model/template.js';

/** Reports names of columns and rows that do not exist, and upper headings over columns that are not side by side. */
export function checkDataTable(
  { columns, heads, sort, where, columnNotes, rowNotes }: DataTable,
  set: DataSet,
  shown: readonly DataColumn[],
  place: Place,
): Problem[] {
  const all = set.columns.map(({ id }) => id);
  const printed = shown.map(({ id }) => id);
  const checkColumns = (names: readonly string[], known: readonly string[]): Problem[] =>
    names
      .filter((name) => !known.includes(name))
      .map((name) =>
        makeError(
          'column-exists',
          place,
          all.includes(name)
            ? `the table does not print the column "${name}"`
            : `no column is called "${name}"`,
          adviseOnName(name, known),
        ),
      );
  const rows = new Set(set.rows.map(({ id }) => id));
  const unknownRows = Object.keys(rowNotes).filter((name) => !rows.has(name));
  return [
    ...checkColumns(
      columns ?? [],
      all.filter((name) => name !== set.groups),
    ),
    ...checkColumns([...Object.keys(where), ...(sort ? [sort.by] : [])], all),
    ...checkColumns([...heads.flatMap((head) => head.columns), ...Object.keys(columnNotes)], printed),
    ...unknownRows.map((name) =>
      makeError('row-exists', place, `no row is called "${name}"`, adviseOnName(name, [...rows])),
    ),
    ...heads.flatMap((head) => checkNeighbours(head.columns, printed, place)),
    ...findTwoHeads(heads, place),
  ];
}

/** Finds a column that stands under two upper headings. */
function findTwoHeads(heads: DataTable['heads'], place: Place): Problem[] {
  const seen = new Set<string>();
  const twice = heads.flatMap((head) => head.columns).find((name) => seen.has(name) || !seen.add(name));
  if (twice === undefined) return [];
  const message = `the column "${twice}" stands under two upper headings`;
  return [
    makeError('column-exists', place, message, { expected: 'each column under one of heads: at most' }),
  ];
}

function checkNeighbours(names: readonly string[], printed: readonly string[], place: Place): Problem[] {
  const start = printed.indexOf(names[0] ?? '');
  const apart = names.find((name, index) => printed[start + index] !== name);
  if (apart === undefined || !names.every((name) => printed.includes(name))) return [];
  const message = `the column "${apart}" is not beside the others under its heading`;
  return [
    makeError('column-exists', place, message, {
      expected: `columns in the order of the table: ${printed.join(', ')}`,
    }),
  ];
}
