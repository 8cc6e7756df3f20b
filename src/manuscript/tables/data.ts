import * as z from 'zod';
import { formatBareValue, formatMargin, formatValue } from '../../format/figures.js';
import { formatNumber } from '../../format/numbers.js';
import { joinNames } from '../../format/words.js';
import {
  getCellText,
  isNumberColumn,
  type DataCell,
  type DataColumn,
  type DataRow,
  type DataSet,
} from '../../model/data-set.js';
import { explainDisclosure } from '../../model/disclosure.js';
import { isToCome, type Figure } from '../../model/figure.js';
import { groupBy } from '../../model/group-by.js';
import type { Inline } from '../../model/inline.js';
import type { Cell, ManuscriptTable } from '../../model/manuscript.js';
import { ACROSS_BREAK, MARK_MEANINGS, MARK_NAMES, MARKS, type Mark } from '../../model/mark.js';
import { makeError } from '../../model/problem.js';
import { formatStep } from '../../model/scale.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import { countPlaces } from '../../model/published-value.js';
import { escapeMarkdown } from '../../model/escape-markdown.js';
import type { Markup } from '../../model/markup.js';
import { parseUnit, type Unit } from '../../model/unit.js';
import { adviseOnName } from '../../model/suggest-name.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
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
import { MARGIN_NOTE } from '../figure-notes.js';
import { joinNotes } from '../table-notes.js';
import type { ContentOf, Grid, TableFacts, TableKind } from './table-kind.js';
import { commonKeys } from './table-parts.js';

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
});

type Entry = z.infer<typeof schema>;

/** A row for each row of a data set, under headings of groups if it has them, and its totals. */
export const data = { schema, shows: null, readContent, makeGrid } satisfies TableKind<'data', Entry>;

function readContent({ data: set, columns }: Entry): ContentOf<'data'> {
  return { kind: 'data', set, columns: columns ?? null };
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
  const chosen = chooseColumns(content, set, facts);
  const columns = chosen.value.columns.map((column) => sharePlaces(column, set));
  const parts = joinRenderedFields({
    headings: joinRendered(columns.map((column) => facts.render(addUnit(column, set), {}))),
    rows:
      set.rows.length === 0
        ? withoutProblems([makeEmptyRow(set, columns)])
        : joinRendered(listRows(set, columns).map((row) => makeRow(row, columns, facts))),
  });
  const grid = mapRendered(parts, ({ headings, rows }): Grid => ({
    columns: headings.map((heading, index) => ({ heading, align: getAlignment(columns[index]) })),
    rows,
    generated: writeKey(set, columns),
  }));
  return { ...grid, problems: [...chosen.problems, ...grid.problems] };
}

/** Gives a column without `places:` the most that any of its cells has. */
function sharePlaces(column: DataColumn, { rows, total }: DataSet): DataColumn {
  const figures = [...rows, ...(total ? [total] : [])].flatMap(({ cells }) => {
    const cell = cells[column.id];
    return cell?.kind === 'figure' && cell.figure.value !== null ? [cell.figure] : [];
  });
  return column.places !== null || figures.length === 0
    ? column
    : { ...column, places: findMostPlaces(figures) };
}

function chooseColumns({ columns }: ContentOf<'data'>, set: DataSet, { place }: TableFacts) {
  const printed = set.columns.filter((column) => column.id !== set.groups);
  if (columns === null) return { value: { columns: sortKeyFirst(printed, set) }, problems: [] };
  const known = printed.map((column) => column.id);
  return {
    value: { columns: columns.flatMap((name) => printed.find((column) => column.id === name) ?? []) },
    problems: columns
      .filter((name) => !known.includes(name))
      .map((name) =>
        makeError('column-exists', place, `no column is called "${name}"`, adviseOnName(name, known)),
      ),
  };
}

/** The first cell of a row is its heading, so the key comes first. */
function sortKeyFirst(columns: readonly DataColumn[], { key }: DataSet): DataColumn[] {
  return [...columns].sort((a, b) => Number(b.id === key) - Number(a.id === key));
}

function getAlignment(column: DataColumn | undefined): 'left' | 'decimal' {
  return column && (isNumberColumn(column) || column.type === 'measure') ? 'decimal' : 'left';
}

type TableRow = ManuscriptTable['rows'][number];
/** A row of the table before its cells are made: a heading of a group, or a row of data. */
type PlannedRow = { kind: 'group'; heading: string } | { kind: 'data' | 'total'; row: DataRow };

function listRows(set: DataSet, columns: readonly DataColumn[]): PlannedRow[] {
  const { groups, rows, total } = set;
  const totals: PlannedRow[] = total && columns.length > 0 ? [{ kind: 'total', row: total }] : [];
  if (groups === null) return [...rows.map((row): PlannedRow => ({ kind: 'data', row })), ...totals];
  const grouped = groupBy(rows, (row) => readText(row.cells[groups]));
  return [
    ...[...grouped].flatMap(([heading, members]): PlannedRow[] => [
      { kind: 'group', heading },
      ...members.map((row): PlannedRow => ({ kind: 'data', row })),
    ]),
    ...totals,
  ];
}

/** Makes the row that stands for rows to come, or that says that there are none. */
function makeEmptyRow({ toCome }: DataSet, columns: readonly DataColumn[]): TableRow {
  const cells = columns.map((_column, index) =>
    toCome ? makeFigureCell(toCome) : makeTextCell(index === 0 ? 'None' : '–'),
  );
  return { kind: 'data', cells };
}

function readText(cell: DataCell | undefined): string {
  return (cell && getCellText(cell)) ?? '';
}

function makeRow(planned: PlannedRow, columns: readonly DataColumn[], facts: TableFacts): Rendered<TableRow> {
  if (planned.kind === 'group')
    return withoutProblems({ kind: 'group', cells: [makeTextCell(planned.heading)] });
  const { kind, row } = planned;
  const cells = joinRendered(columns.map((column) => makeCell(row.cells[column.id], column, facts)));
  return mapRendered(cells, (made): TableRow => ({ kind, cells: made }));
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

/** Tells whether the heading of a column has the words of a unit, so that its cells need none. */
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
  const first = rows.map(({ cells }) => cells[name]).find((cell) => cell?.kind === 'figure');
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
  const marks = MARK_NAMES.filter((mark) => used.has(mark)).map(
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
    cells.some((cell) => cell.kind === 'figure' && cell.figure.margin !== undefined) ? MARGIN_NOTE : null,
  ]);
}

function explainMark(mark: Mark, { disclosure }: DataSet, cells: readonly DataCell[]): string {
  if (mark === 'not applicable') {
    const reasons = cells.flatMap((cell) =>
      cell.kind === 'figure' && cell.mark === mark ? [cell.figure.reason] : [],
    );
    const meanings = reasons.map((reason) => (reason === ACROSS_BREAK ? ACROSS_BREAK : MARK_MEANINGS[mark]));
    return [...new Set(meanings)].join(', or ');
  }
  return mark === 'confidential' && disclosure ? explainDisclosure(disclosure) : MARK_MEANINGS[mark];
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
