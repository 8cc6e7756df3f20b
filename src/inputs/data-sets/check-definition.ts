import {
  hasRepeatableWords,
  isNumberColumn,
  listNamedColumns,
  listTotalledColumns,
  type DataColumn,
  type DataSet,
} from '../../model/data-set.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { nameUnaddable } from '../../model/name-unaddable.js';
import { adviseOnName } from '../../model/suggest-name.js';
import { parseUnit } from '../../model/unit.js';
import type { ValidYaml } from '../source-reader.js';
import type { RawDataSet, RawDataSets } from './data-sets-schema.js';

/** Checks what the definition of a data set names: columns and rows that exist, numbers to compute with, and no circle. */
export function checkDefinition(
  id: string,
  raw: RawDataSet,
  { file }: ValidYaml<RawDataSets>,
  { columns, rows }: DataSet,
): Problem[] {
  const placeOf = (...path: (string | number)[]): Place => file.placeOf(['datasets', id, ...path]);
  const known = columns.map((column) => column.id);
  const checkName = (name: string | undefined, place: Place): Problem[] =>
    name === undefined || known.includes(name)
      ? []
      : [makeError('column-exists', place, `no column is called "${name}"`, adviseOnName(name, known))];
  const computed = columns.flatMap((column) =>
    column.computation
      ? checkComputation(column, columns, placeOf('columns', column.id, column.computation.kind))
      : [],
  );
  const missingRows = columns.flatMap(({ id: name, computation }) => {
    if (
      computation?.kind !== 'against' ||
      rows.length === 0 ||
      rows.some((row) => row.id === computation.row)
    )
      return [];
    const advice = adviseOnName(
      computation.row,
      rows.map((row) => row.id),
    );
    const place = placeOf('columns', name, 'against', 'row');
    return [makeError('row-exists', place, `no row is called "${computation.row}"`, advice)];
  });
  return [
    ...checkName(raw.key, placeOf('key')),
    ...checkName(raw.groups, placeOf('groups')),
    ...columns.flatMap(({ id: name, repeats }) =>
      checkName(repeats?.column, placeOf('columns', name, 'repeats', 'column')),
    ),
    ...columns.flatMap(({ id: name, minimumBase }) =>
      checkNumbers(minimumBase?.column, columns, placeOf('columns', name, 'minimum-base', 'column')),
    ),
    ...(raw.totals ?? []).flatMap((name, index) => checkTotal(name, columns, placeOf('totals', index))),
    ...computed,
    ...missingRows,
  ];
}

function checkNumbers(name: string | undefined, columns: readonly DataColumn[], place: Place): Problem[] {
  const known = columns
    .filter((column) => isNumberColumn(column) && column.computation === null)
    .map(({ id }) => id);
  if (name === undefined || known.includes(name)) return [];
  return [
    makeError(
      'column-exists',
      place,
      `no filled-in column of numbers is called "${name}"`,
      adviseOnName(name, known),
    ),
  ];
}

function checkTotal(name: string, columns: readonly DataColumn[], place: Place): Problem[] {
  const column = columns.find(({ id }) => id === name);
  if (column && isNumberColumn(column)) return checkAddable(column, columns, place);
  const known = columns.filter(isNumberColumn).map(({ id }) => id);
  const message = column ? `${name} holds no numbers to add up` : `no column is called "${name}"`;
  return [makeError('column-exists', place, message, adviseOnName(name, known))];
}

/** Reports a total of percentages or rates that an author fills in, and a total that would be computed from one. */
function checkAddable(total: DataColumn, columns: readonly DataColumn[], place: Place): Problem[] {
  // A column of shares adds up to the whole, and its parts are added up for it.
  const needed = listTotalledColumns({ totals: [total.id], columns });
  const column = columns.find(
    ({ id, computation, unit }) =>
      needed.has(id) && computation === null && unit !== null && nameUnaddable(unit) !== null,
  );
  if (!column?.unit || total.computation?.kind === 'previous') return [];
  const figures = nameUnaddable(column.unit) ?? '';
  const message =
    column === total
      ? `${total.id} holds ${figures}, which do not add up`
      : `${total.id} is computed from ${column.id}, whose ${figures} do not add up`;
  return [
    makeError('column-fits', place, message, {
      expected: 'columns of counts, sums or numbers, and columns that are computed from them',
      hint: suggestComputation(column),
    }),
  ];
}

function suggestComputation({ id, unit }: DataColumn): string {
  const advice = (computation: string): string =>
    `Leave it out of totals:, or compute it from two columns of numbers: ${id}: { ${computation} }. Its total then follows from theirs.`;
  switch (unit === null ? null : parseUnit(unit).kind) {
    case 'rate':
      return advice('rate: { of: …, per: …, times: 1000 }');
    case 'ratio':
      return advice('ratio: { of: …, to: … }');
    case 'points':
      return `Leave it out of totals:, or compute it from two columns whose totals are known: ${id}: { difference: { from: …, to: … } }.`;
    default:
      return `${advice('percent-of: { of: …, to: … }')} For shares of a whole, write share-of: with the column of numbers.`;
  }
}

function checkComputation(column: DataColumn, columns: readonly DataColumn[], place: Place): Problem[] {
  const canRepeat = column.computation?.kind === 'previous';
  const numeric = columns
    .filter((other) => isNumberColumn(other) || (canRepeat && hasRepeatableWords(other)))
    .map(({ id }) => id);
  const unknown = listNamedColumns(column).find((name) => !numeric.includes(name));
  if (unknown !== undefined) {
    const exists = columns.some(({ id }) => id === unknown);
    const message = exists
      ? `${unknown} holds no numbers to compute with`
      : `no column is called "${unknown}"`;
    return [makeError('column-exists', place, message, adviseOnName(unknown, numeric))];
  }
  if (!isInCircle(column, columns)) return [];
  return [
    makeError('column-fits', place, `the column ${column.id} is computed from itself`, {
      hint: 'Compute it from columns of the file.',
    }),
  ];
}

/** Follows what a column is computed from, except the column one period earlier. */
function isInCircle(column: DataColumn, columns: readonly DataColumn[]): boolean {
  const seen = new Set<string>();
  const open = [...listNamedInPeriod(column)];
  for (const name of open) {
    if (name === column.id) return true;
    const next = columns.find(({ id }) => id === name);
    if (!next || seen.has(name)) continue;
    seen.add(name);
    open.push(...listNamedInPeriod(next));
  }
  return false;
}

function listNamedInPeriod(column: DataColumn): string[] {
  return column.computation?.kind === 'previous' ? [] : listNamedColumns(column);
}
