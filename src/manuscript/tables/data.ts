import * as z from 'zod';
import { formatBareValue, formatMargin, formatValue } from '../../format/figures.js';
import { formatNumber } from '../../format/numbers.js';
import { joinNames } from '../../format/words.js';
import {
  isNumberColumn,
  nameColumn,
  type DataCell,
  type DataColumn,
  type DataSet,
} from '../../model/data-set.js';
import { explainDisclosure } from '../../model/disclosure.js';
import { isToCome, type Figure } from '../../model/figure.js';
import type { Inline } from '../../model/inline.js';
import type { Cell, ManuscriptTable } from '../../model/manuscript.js';
import { ACROSS_BREAK, MARK_MEANINGS, MARK_NAMES, MARKS, type Mark } from '../../model/mark.js';
import type { Fragment } from '../../model/fragment.js';
import { mapValues } from '../../model/map-values.js';
import { makeError } from '../../model/problem.js';
import { formatStep } from '../../model/scale.js';
import { findMostColumnPlaces } from '../../model/find-most-places.js';
import { countPlaces } from '../../model/published-value.js';
import { escapeMarkdown } from '../../model/escape-markdown.js';
import type { Markup } from '../../model/markup.js';
import { parseUnit, type Unit } from '../../model/unit.js';
import { selectRows } from '../../model/select-rows.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { UsedCell } from '../../model/used-cell.js';
import { field } from '../../schema/field.js';
import { rowSelectionFields } from '../../schema/row-selection-fields.js';
import { id, markup } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { makeFigureCell, makeTextCell, makeValueCell } from '../figure-cells.js';
import { findMissingFile } from '../find-missing-file.js';
import {
  joinRendered,
  joinRenderedFields,
  mapRendered,
  withoutProblems,
  type Rendered,
} from '../rendered.js';
import { describeRevision, MARGIN_NOTE } from '../figure-notes.js';
import { joinNotes } from '../table-notes.js';
import { checkDataTable } from './check-data-table.js';
import { planRows, type PlannedRow } from './data-rows.js';
import { letterNotes, type LetteredNote } from './lettered-notes.js';
import type { ContentOf, Grid, TableFacts, TableKind, TableSource } from './table-kind.js';
import { commonKeys } from './table-parts.js';

const column = id.describe('a column of the data set');
const note = field(markup, 'the note, in a sentence', 'Includes letters.');

const schema = z.strictObject({
  kind: z.literal('data').describe('the rows of a data set'),
  ...commonKeys,
  data: field(
    withNames(id, 'data sets'),
    'the data set, by its name in datasets.yaml or that of its spreadsheet',
    'complaints',
  ),
  columns: field(z.array(id).min(1), 'the columns to print, from left to right; by default all', [
    'category',
    'this-year',
  ]).optional(),
  heads: z
    .array(
      z
        .strictObject({
          label: field(markup, 'the upper heading', '2024/25'),
          columns: field(z.array(column).min(1), 'the columns under it, side by side', [
            'budget',
            'forecast',
          ]),
        })
        .describe('one upper heading'),
    )
    .describe('headings above the headings of some columns')
    .optional(),
  ...rowSelectionFields,
  subtotals: field(
    z.boolean(),
    'false to leave out the totals of groups; a table with where: or top: has no totals',
    false,
  ).optional(),
  'column-notes': field(
    z.record(id, note),
    'notes on columns, by column; a letter at the heading leads to each',
    { 'this-year': 'Counted on 30 June.' },
  ).optional(),
  'row-notes': field(
    z.record(id, note),
    'notes on rows, by the name of the row; a letter at its heading leads to each',
    { delay: 'Includes letters.' },
  ).optional(),
});

type Entry = z.infer<typeof schema>;

/** A row for each row of a data set, under headings of groups if it has them, and its totals. */
export const data = { schema, shows: null, readContent, makeGrid } satisfies TableKind<'data', Entry>;

function readContent(entry: Entry, { readMarkup }: TableSource): ContentOf<'data'> {
  const { data: set, columns = null, heads = [], sort, top = null, where = {}, subtotals = true } = entry;
  const readNotes = (key: 'column-notes' | 'row-notes'): Record<string, Markup> =>
    Object.fromEntries(Object.keys(entry[key] ?? {}).map((name) => [name, readMarkup([key, name])]));
  return {
    kind: 'data',
    set,
    columns,
    heads: heads.map((head, index) => ({
      label: readMarkup(['heads', index, 'label']),
      columns: head.columns,
    })),
    sort: sort ? { by: sort.by, order: sort.order ?? 'ascending' } : null,
    top,
    where: mapValues(where, (wanted) => (Array.isArray(wanted) ? wanted : [wanted])),
    subtotals,
    columnNotes: readNotes('column-notes'),
    rowNotes: readNotes('row-notes'),
  };
}

const EMPTY_GRID: Grid = { columns: [], rows: [], generated: null };

function makeGrid(content: ContentOf<'data'>, facts: TableFacts): Rendered<Grid> {
  const { dataSets } = facts.indicators;
  const set = Object.hasOwn(dataSets, content.set) ? dataSets[content.set] : undefined;
  if (!set) {
    const missingFile = findMissingFile(facts.inputs, 'data', content.set, facts.place);
    if (missingFile) return { ...withoutProblems(EMPTY_GRID), problems: [missingFile] };
    const known = Object.keys(dataSets);
    const message = `there is no data set "${content.set}" for this period`;
    const problem = makeError('data-set-exists', facts.place, message, adviseOnName(content.set, known));
    return { ...withoutProblems(EMPTY_GRID), problems: [problem] };
  }
  const selected = { ...set, rows: selectRows(content, set) };
  const chosen = chooseColumns(content, set);
  const lettered = letterNotes(content, chosen, selected.rows);
  const shown = facts.isPlaced ? selected : { ...selected, rows: [] };
  const columns = chosen.map((column) => sharePlaces(column, shown));
  const parts = joinRenderedFields({
    headings: joinRendered(columns.map((column) => facts.render(addUnit(column, set), {}))),
    heads: joinRendered(content.heads.map(({ label }) => facts.render(label, {}))),
    rows:
      shown.rows.length === 0
        ? withoutProblems([makeEmptyRow(set, columns)])
        : joinRendered(
            planRows(content, shown).map((row) => makeRow(row, columns, set.key, lettered, facts)),
          ),
    notes: joinRendered(lettered.map(({ note }) => facts.render(note, {}))),
  });
  const grid = mapRendered(parts, ({ headings, heads, rows, notes }): Grid => {
    const above = placeHeads(content, heads, columns);
    return {
      columns: headings.map((heading, index) => ({
        heading,
        align: getAlignment(columns[index]),
        ...citeNote(lettered.find((note) => note.column === columns[index]?.id)),
      })),
      ...(above.length > 0 && { heads: above }),
      rows,
      generated: writeKey(shown, columns),
      cells: listShownCells(content, shown, columns),
      lettered: notes.map((note, index) => ({ letter: lettered[index]?.letter ?? '', text: note })),
    };
  });
  return { ...grid, problems: [...checkDataTable(content, set, columns, facts.place), ...grid.problems] };
}

/** Gives a column without `places:` the most that any of its cells has. */
function sharePlaces(column: DataColumn, { rows, total }: DataSet): DataColumn {
  if (column.places !== null) return column;
  const places = findMostColumnPlaces(column.id, total ? [...rows, total] : rows);
  return places === null ? column : { ...column, places };
}

/** Puts the upper headings above their columns. Those above no printed column are left out. */
function placeHeads(
  { heads }: ContentOf<'data'>,
  headings: readonly Fragment[],
  columns: readonly DataColumn[],
): NonNullable<Grid['heads']> {
  return heads.flatMap((head, index) => {
    const heading = headings[index];
    const start = columns.findIndex(({ id: name }) => name === head.columns[0]);
    return heading && start >= 0 ? [{ heading, start, span: head.columns.length }] : [];
  });
}

function citeNote(note: LetteredNote | undefined): { letter?: string } {
  return note ? { letter: note.letter } : {};
}

/** Lists the cells behind the table: those of its columns, and those that name, group, choose and order its rows. */
function listShownCells(
  { sort, where }: ContentOf<'data'>,
  set: DataSet,
  columns: readonly DataColumn[],
): UsedCell[] {
  const names = new Set([set.key, ...Object.keys(where), ...columns.map(({ id: name }) => name)]);
  if (set.groups !== null) names.add(set.groups);
  if (sort) names.add(sort.by);
  return set.rows.flatMap((row) =>
    [...names].map((name) => ({ set: set.id, period: set.period.id, row: row.id, column: name })),
  );
}

export function chooseColumns({ columns }: ContentOf<'data'>, set: DataSet): DataColumn[] {
  const printed = set.columns.filter((candidate) => candidate.id !== set.groups);
  if (columns === null) return sortKeyFirst(printed, set);
  return columns.flatMap((name) => printed.find((candidate) => candidate.id === name) ?? []);
}

/** The first cell of a row is its heading, so the key comes first. */
function sortKeyFirst(columns: readonly DataColumn[], { key }: DataSet): DataColumn[] {
  return [...columns].sort((a, b) => Number(b.id === key) - Number(a.id === key));
}

function getAlignment(column: DataColumn | undefined): 'left' | 'decimal' {
  return column && (isNumberColumn(column) || column.type === 'measure') ? 'decimal' : 'left';
}

type TableRow = ManuscriptTable['rows'][number];

/** Makes the row that stands for rows to come, or that says that there are none. */
function makeEmptyRow({ toCome }: DataSet, columns: readonly DataColumn[]): TableRow {
  const cells = columns.map((_column, index) =>
    toCome ? makeFigureCell(toCome) : makeTextCell(index === 0 ? 'None' : '–'),
  );
  return { kind: 'data', cells };
}

function makeRow(
  planned: PlannedRow,
  columns: readonly DataColumn[],
  key: string,
  lettered: readonly LetteredNote[],
  facts: TableFacts,
): Rendered<TableRow> {
  if (planned.kind === 'group')
    return withoutProblems({ kind: 'group', cells: [makeTextCell(planned.heading)] });
  const { kind, row } = planned;
  const cells = joinRendered(
    columns.map((shown, index) => {
      // Without the key column, the words for a total stand in the first one.
      const words = kind === 'total' && index === 0 ? row.cells[key] : undefined;
      return makeCell(row.cells[shown.id] ?? words, shown, facts);
    }),
  );
  return mapRendered(cells, (made): TableRow => ({
    kind,
    cells: made,
    ...citeNote(lettered.find((note) => note.row === row.id)),
  }));
}

function makeCell(cell: DataCell | undefined, column: DataColumn, { render }: TableFacts): Rendered<Cell> {
  if (!cell) return withoutProblems(makeTextCell(''));
  switch (cell.kind) {
    case 'text':
      return withoutProblems(makeTextCell(cell.text === '' ? '–' : cell.text));
    case 'step':
      return withoutProblems(makeTextCell(formatStep(cell.step)));
    case 'markup':
      return cell.markup.text === '' ? withoutProblems(makeTextCell('–')) : render(cell.markup, {});
    case 'measure':
      return withoutProblems(makeTextCell(cell.measure));
    case 'paper':
      return render(writeCitation(cell), {});
    case 'figure':
      return withoutProblems(
        column.type === 'measure'
          ? makeFigureCell(cell.figure)
          : makeNumberCell(cell.figure, cell.mark, column),
      );
    default:
      return cell satisfies never;
  }
}

/** Makes a cell with the places of its column, the sign if the column has it, and the symbol of a mark. */
function makeNumberCell(figure: Figure, mark: Mark | null, column: DataColumn): Inline[] {
  const symbol = mark === null ? null : MARKS[mark].symbol;
  if (figure.value === null) return symbol === null ? makeFigureCell(figure) : makeValueCell(symbol, figure);
  const shown = { ...figure, places: column.places ?? figure.places ?? 0, isSigned: column.isSigned };
  const number = hasWordsInHeading(figure.unit) ? formatBareValue(shown) : formatValue(shown);
  const margin = formatMargin(shown);
  const parts = [number, ...(margin === null ? [] : [`(${margin})`]), ...(symbol === null ? [] : [symbol])];
  return makeValueCell(parts.join(' '), figure);
}

/** Returns true if the heading of a column has the words of a unit, so that its cells need none. */
function hasWordsInHeading(unit: Unit): boolean {
  return unit === 'points' || describeUnit(unit) !== null;
}

/** Describes a unit for the heading of a column: "£ thousand", "tonnes". Null for units whose cells say what they are. */
function describeUnit(unit: Unit): string | null {
  const parts = parseUnit(unit);
  switch (parts.kind) {
    case 'noun':
      return parts.plural;
    case 'rate':
      return `per ${formatNumber(parts.per, countPlaces(parts.per))}`;
    case 'pounds':
      return parts.magnitude === null ? null : `£ ${parts.magnitude}`;
    default:
      return null;
  }
}

/** Adds the unit of a column to its heading, unless the author's words have it. */
function addUnit(column: DataColumn, { rows }: DataSet): Markup {
  const { id: name, label, type } = column;
  const first = rows.find(({ cells }) => cells[name]?.kind === 'figure')?.cells[name];
  const unit = column.unit ?? (first?.kind === 'figure' && type !== 'measure' ? first.figure.unit : null);
  const words = unit === null ? null : describeUnit(unit);
  const typed = label.text.toLowerCase();
  const isSaid =
    words === null || typed.includes(words.toLowerCase()) || (words.startsWith('£') && typed.includes('£'));
  return isSaid ? label : { ...label, text: `${label.text} (${escapeMarkdown(words)})` };
}

/** Writes the citation of a paper as an author would. */
function writeCitation({ paper, meeting, place }: Extract<DataCell, { kind: 'paper' }>): Markup {
  const option = meeting === null ? '' : ` meeting="${meeting}"`;
  return { text: `{{paper "${paper}"${option}}}`, place };
}

/** Writes the key of the marks and of the steps of scales that the table shows. */
function writeKey(set: DataSet, columns: readonly DataColumn[]): string | null {
  const cells = [...set.rows, ...(set.total ? [set.total] : [])].flatMap((row) =>
    columns.flatMap(({ id: name }) => row.cells[name] ?? []),
  );
  const used = new Set(
    cells.flatMap((cell) => (cell.kind === 'figure' && cell.mark !== null ? [cell.mark] : [])),
  );
  // The note of each revised figure begins with its mark.
  const marks = MARK_NAMES.filter((mark) => used.has(mark) && mark !== 'revised').map(
    (mark) => `${MARKS[mark].symbol} ${explainMark(mark, set, cells)}`,
  );
  const steps = columns.flatMap((column) =>
    column.steps.flatMap((step) =>
      step.meaning !== undefined && cells.some((cell) => cell.kind === 'step' && cell.step.id === step.id)
        ? [`${formatStep(step)}: ${step.meaning}`]
        : [],
    ),
  );
  const key = [...marks, ...new Set(steps)];
  return joinNotes([
    key.length > 0 ? `Key: ${key.join('; ')}.` : null,
    describeReasons(cells),
    joinNotes(cells.flatMap((cell) => (cell.kind === 'figure' ? describeRevision(cell.figure) : []))),
    cells.some((cell) => cell.kind === 'figure' && cell.figure.margin !== undefined) ? MARGIN_NOTE : null,
  ]);
}

function explainMark(mark: Mark, set: DataSet, cells: readonly DataCell[]): string {
  const { disclosure } = set;
  if (mark === 'not applicable') {
    const reasons = cells.flatMap((cell) =>
      cell.kind === 'figure' && cell.mark === mark ? [cell.figure.reason] : [],
    );
    const meanings = reasons.map((reason) => (reason === ACROSS_BREAK ? ACROSS_BREAK : MARK_MEANINGS[mark]));
    return [...new Set(meanings)].join(', or ');
  }
  if (mark === 'unreliable') return explainUnreliable(set);
  return mark === 'confidential' && disclosure ? explainDisclosure(disclosure) : MARK_MEANINGS[mark];
}

/** Explains the mark of an unreliable figure: as typed, or left out because its base is too small. */
function explainUnreliable({ columns }: DataSet): string {
  const limits = columns.flatMap(({ minimumBase }) => {
    const base = columns.find(({ id }) => id === minimumBase?.column);
    return minimumBase && base ? [`it rests on fewer than ${minimumBase.least} (${nameColumn(base)})`] : [];
  });
  return [MARK_MEANINGS.unreliable, ...new Set(limits)].join(': ');
}

/** Says why computed cells have no value. */
function describeReasons(cells: readonly DataCell[]): string | null {
  const reasons = cells.flatMap((cell) =>
    cell.kind === 'figure' && cell.figure.value === null && cell.mark === null && !isToCome(cell.figure)
      ? [cell.figure.reason ?? 'a figure behind it is not available']
      : [],
  );
  const all = [...new Set(reasons)];
  return all.length > 0 ? `Not available: ${joinNames(all)}.` : null;
}
