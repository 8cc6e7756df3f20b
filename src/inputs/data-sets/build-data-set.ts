import { humanise } from '../../format/words.js';
import {
  isNumberColumn,
  nameColumn,
  TOTAL_ROW,
  type DataCell,
  type DataColumn,
  type DataRow,
  type DataSet,
} from '../../model/data-set.js';
import type { Figure } from '../../model/figure.js';
import { findMostColumnPlaces } from '../../model/find-most-places.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import { PROMISE_OUTCOMES } from '../../model/promise-outcomes.js';
import { nameData } from '../../model/name-data.js';
import { shorten } from '../../model/shorten.js';
import { isFree } from '../../model/slugify.js';
import type { MatchedColumns } from './build-columns.js';
import { checkStatedTotals } from './check-stated-totals.js';
import { hideUnreliable } from './hide-unreliable.js';
import { makeCellToCome, parseCell, type FigureFrame } from './parse-cell.js';
import type { PackedColumns } from './packed-tables.js';
import type { RawCell, RawRow, RawTable } from './raw-table.js';

/** A data set without its columns and rows. */
export type DataSetFrame = Omit<
  DataSet,
  'columns' | 'headings' | 'rows' | 'total' | 'subtotals' | 'statedTotals'
>;

/** Names that templates use for parts of every data set. */
const RESERVED = [TOTAL_ROW, 'rows', 'title'];

/** Names that templates use for parts of some data sets. */
function listReserved({ span }: DataSetFrame, columns: readonly DataColumn[]): string[] {
  return [
    ...RESERVED,
    ...(span === null ? [] : ['period']),
    ...(columns.some(({ role }) => role !== null) ? PROMISE_OUTCOMES : []),
  ];
}

/** Builds the rows of a data set from a table whose columns are known. */
export function buildDataSet(
  frame: DataSetFrame,
  table: RawTable,
  { columns, headings }: MatchedColumns,
  packed: PackedColumns | null,
): Checked<DataSet> {
  const problems: Problem[] = [];
  const places = new Map<string, Place>();
  const reserved = listReserved(frame, columns);
  const taken = new Set([...reserved, ...columns.map(({ id }) => id)]);
  const filled = listFilledColumns(columns, headings);
  const keyHeading = headings.get(frame.key) ?? '';
  const groupHeading = frame.groups === null ? undefined : headings.get(frame.groups);
  const isTotal = (raw: RawRow): boolean =>
    frame.disclosure !== null && nameRow(raw, raw.cells.get(keyHeading)) === TOTAL_ROW;
  const total = table.rows.find(isTotal);
  const rows = table.rows
    .filter((raw) => raw !== total)
    .flatMap((raw): DataRow[] => {
      const key = raw.cells.get(keyHeading);
      const id = nameRow(raw, key);
      const problem = checkName(id, raw, key, places, taken, reserved, (first) =>
        suggestKey(raw, first, key, frame, { groupHeading, rows: table.rows }),
      );
      if (problem) {
        problems.push(problem);
        return [];
      }
      places.set(id, raw.place);
      const cells: Record<string, DataCell> = {};
      for (const column of filled) {
        const cell = buildCell(column, id, raw, frame, key);
        cells[column.column.id] = cell.value;
        problems.push(...cell.problems);
      }
      return [{ id, place: raw.place, cells: hideUnreliable(cells, columns) }];
    });
  const stated = total
    ? readStatedTotals(total, frame, filled, total.cells.get(keyHeading))
    : { value: {}, problems: [] };
  const set = {
    ...frame,
    headings,
    columns: shareFigurePlaces(columns, rows, packed),
    rows,
    total: null,
    subtotals: new Map(),
    statedTotals: stated.value,
  };
  return {
    value: set,
    problems: [
      ...columns.flatMap((column) => checkColumnName(column, reserved)),
      ...problems,
      ...stated.problems,
      ...findSmallEarlierCounts(set),
      ...checkStatedTotals(set),
    ],
  };
}

/** Reads the totals that a file states because some of its rows are confidential. */
function readStatedTotals(
  raw: RawRow,
  frame: DataSetFrame,
  columns: readonly FilledColumn[],
  key: RawCell | undefined,
): Checked<Record<string, Figure>> {
  const cells = columns
    .filter(({ column, heading }) => isNumberColumn(column) && raw.cells.has(heading))
    .map((filled) => ({ column: filled.column.id, ...buildCell(filled, TOTAL_ROW, raw, frame, key) }));
  const totals = cells.flatMap(({ column, value: cell }) =>
    cell.kind === 'figure' && cell.figure.value !== null ? [[column, cell.figure] as const] : [],
  );
  return { value: Object.fromEntries(totals), problems: cells.flatMap(({ problems }) => problems) };
}

/** Finds counts before a revision that are too small to be shown. They stand beside a number that is shown. */
function findSmallEarlierCounts({ disclosure, columns, rows }: Omit<DataSet, 'total'>): Problem[] {
  if (!disclosure) return [];
  const counts = columns.filter(({ type }) => type === 'count');
  return rows.flatMap(({ cells }) =>
    counts.flatMap(({ id }) => {
      const cell = cells[id];
      const was = cell?.kind === 'figure' ? (cell.figure.revisedFrom?.value ?? 0) : 0;
      if (cell?.kind !== 'figure' || was < 1 || was >= disclosure.threshold) return [];
      return [
        makeError(
          'hidden-counts-stay-hidden',
          cell.figure.place,
          'the count before the revision is one of those that disclosure: hides',
          { hint: 'Leave out what it was: write [r] alone, or mark: revised.' },
        ),
      ];
    }),
  );
}

function checkColumnName({ id, place }: DataColumn, reserved: readonly string[]): Problem[] {
  if (!reserved.includes(id) || RESERVED.includes(id)) return [];
  return [
    makeError('column-fits', place, `a column of this data set must not be called "${id}"`, {
      hint: 'Templates use this name for a part of the data set.',
    }),
  ];
}

function nameRow({ name, place }: RawRow, key: RawCell | undefined): string {
  if (name !== null) return name;
  const slug = nameData(key?.text ?? '');
  if (slug === '') return `row-${place.line}`;
  return /^[a-z]/.test(slug) && isFree(slug) ? slug : `r-${slug}`;
}

function checkName(
  id: string,
  raw: RawRow,
  key: RawCell | undefined,
  places: ReadonlyMap<string, Place>,
  taken: ReadonlySet<string>,
  reserved: readonly string[],
  suggest: (first: Place) => string | null,
): Problem | null {
  const place = key?.place ?? raw.place;
  const first = places.get(id);
  if (raw.name === null && (key?.text ?? '') === '')
    return makeError('row-is-unique', place, 'the row has no name', {
      hint: 'Fill in its first cell, or delete the row.',
    });
  if (first)
    return makeError('row-is-unique', place, `the row "${shorten(key?.text || id)}" is here twice`, {
      hint:
        suggest(first) ??
        (raw.name === null
          ? `Its name in templates is ${id}, as in line ${first.line}. Give one of the two another name. Or name the rows by another column: key: in data/datasets.yaml names it, and columns: in tables.yaml can leave it out.`
          : `Its name in templates is ${id}, as in line ${first.line}. Give one of the two another name.`),
    });
  if (taken.has(id))
    return makeError('row-is-unique', place, `a row must not be called "${shorten(id)}"`, {
      hint:
        id === 'total'
          ? 'Totals are computed: name their columns under totals: in data/datasets.yaml.'
          : reserved.includes(id)
            ? 'Templates use this name for a part of the data set.'
            : 'A column has this name.',
    });
  return null;
}

/**
 * Suggests a column of names for rows of different groups that share a name, such as "Dwellings" under "Major" and under "Minor".
 * Returns null for other rows. `first` is the place of the earlier row.
 */
function suggestKey(
  raw: RawRow,
  first: Place,
  key: RawCell | undefined,
  { id, key: keyColumn }: DataSetFrame,
  { groupHeading, rows }: { groupHeading: string | undefined; rows: readonly RawRow[] },
): string | null {
  if (groupHeading === undefined || raw.name !== null) return null;
  const earlier = rows.find(({ place }) => place === first);
  const [before, group] = [earlier, raw].map((row) => row?.cells.get(groupHeading)?.text ?? '');
  if (before === undefined || group === undefined || nameData(before) === nameData(group)) return null;
  const [one, two] = [before, group].map((text) => shorten(`${text} ${key?.text ?? ''}`.trim()));
  return `It is also under ${shorten(before) || 'no group'}, in line ${first.line}. Add a column "Code" to the file, with a name for each row: "${one ?? ''}" there, "${two ?? ''}" here. In data/datasets.yaml, write key: code for ${id}, and the column code: { label: Code, type: text }. In tables.yaml, leave it out of columns:, and put ${keyColumn} first.`;
}

/** A column that the author fills in, with what its cells share. */
interface FilledColumn {
  column: DataColumn;
  /** The heading in the file. Empty if the file has none. */
  heading: string;
  /** The name in lists of figures. */
  name: string;
}

function listFilledColumns(
  columns: readonly DataColumn[],
  headings: ReadonlyMap<string, string>,
): FilledColumn[] {
  return columns
    .filter(({ computation }) => computation === null)
    .map((column) => ({ column, heading: headings.get(column.id) ?? '', name: nameColumn(column) }));
}

function buildCell(
  { column, heading, name }: FilledColumn,
  row: string,
  raw: RawRow,
  frame: DataSetFrame,
  key: RawCell | undefined,
): Checked<DataCell> {
  const cell = raw.cells.get(heading);
  const figure: FigureFrame = {
    id: `data.${frame.id}.${row}.${column.id}`,
    label: `${key?.text || humanise(row)}, ${name}`,
    period: typeof frame.span === 'string' ? frame.span : frame.period.label,
    place: cell?.place ?? raw.place,
    source: frame.source,
  };
  if (frame.owner !== null) figure.owner = frame.owner;
  if (frame.due !== null) figure.due = frame.due;
  if (!cell) return { value: makeEmptyCell(column, figure), problems: [] };
  const parsed = parseCell(cell, column, figure);
  // A key that the author left out is the row's own name.
  const isUnnamed = column.id === frame.key && parsed.value.kind === 'text' && parsed.value.text === '';
  return isUnnamed ? { ...parsed, value: { kind: 'text', text: humanise(row) } } : parsed;
}

/** Makes the cell of a column that a row in YAML leaves out. Words may be left out; everything else is to come. */
function makeEmptyCell({ type, unit, role }: DataColumn, figure: FigureFrame): DataCell {
  if (type === 'text' || type === 'markdown' || role === 'done') return { kind: 'text', text: '' };
  return makeCellToCome(unit ?? 'number', figure);
}

/** Gives each column the most decimal places that any of its cells has, unless its definition states them. */
function shareFigurePlaces(
  columns: readonly DataColumn[],
  rows: readonly DataRow[],
  packed: PackedColumns | null,
): DataColumn[] {
  return columns.map((column) => {
    const places = packed?.[column.id]?.places;
    if (places !== undefined) return { ...column, places };
    if (column.places !== null) return column;
    const most = findMostColumnPlaces(column.id, rows);
    return most === null ? column : { ...column, places: most };
  });
}
