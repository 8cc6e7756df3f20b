import * as z from 'zod';
import { findFigure } from '../../model/find-figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import type { Cell, ManuscriptTable } from '../../model/manuscript.js';
import type { Markup } from '../../model/markup.js';
import { nameDates } from '../../model/name-dates.js';
import { namePeriod } from '../../model/name-span.js';
import { comparePeriods, type Period } from '../../model/period.js';
import { makeError, type Problem } from '../../model/problem.js';
import { adviseOnName } from '../../model/suggest-name.js';
import { field } from '../../schema/field.js';
import { id, markup } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { makeDashCell, makeFigureCell, makeTextCell } from '../figure-cells.js';
import {
  joinRendered,
  joinRenderedFields,
  mapRendered,
  withoutProblems,
  type Rendered,
} from '../rendered.js';
import { findMeasures } from '../../model/find-measures.js';
import { MEASURE_COLUMNS } from './measure-columns.js';
import { makeHead, makeShowSchema } from './table-column.js';
import type { ContentOf, Grid, TableFacts, TableKind, TableSource } from './table-kind.js';
import { commonKeys } from './table-parts.js';
import { writeTrendNotes } from './trend-notes.js';

const groupRow = z
  .strictObject({ group: field(markup, 'the words of the heading', 'Satisfaction') })
  .describe('a row that heads the rows below it');

const heading = field(markup, 'the heading of the column', 'Change, points');

const shownColumn = z
  .strictObject({
    show: makeShowSchema(MEASURE_COLUMNS, 'what the column shows of each measure', 'change', 'verdict'),
    heading,
  })
  .describe('a column of results');

const wordColumn = z
  .strictObject({
    words: field(
      z.record(id, field(markup, 'the words in the row of the measure', '{{ref "opening-hours"}}')),
      'the words in each row, by measure; a row without words has a dash',
      { visits: '{{ref "opening-hours"}}' },
    ),
    heading,
  })
  .describe("a column of the author's own words, such as what is being done");

const schema = z.strictObject({
  kind: z.literal('trend').describe('measures by period, with the change'),
  ...commonKeys,
  measures: field(
    z.array(z.union([withNames(id, 'measures with one value', 'surveys'), groupRow])).min(1),
    "the rows, by the names in measures.yaml; a survey's name adds all its measures; { group: … } heads the rows below it",
    ['visits', 'fines'],
    [{ group: 'Use' }, 'visits', { group: 'Order' }, 'fines'],
  ),
  heading: field(markup, 'the heading of the first column', 'Measure'),
  periods: field(
    z.union([z.boolean(), z.literal('dates')]),
    'whether to print a column for each period from the earliest one compared; true by default. dates heads each column with the time that its figures cover, such as Year to March 2008',
    false,
    'dates',
  ).optional(),
  columns: z
    .array(z.union([shownColumn, wordColumn]))
    .describe('further columns')
    .optional(),
});

type TrendRow = ContentOf<'trend'>['rows'][number];
type Entry = z.infer<typeof schema>;

/** Measures by period, with further columns such as the change. */
export const trend = {
  schema,
  shows: { result: 'single value', canNameSurvey: true },
  readContent,
  makeGrid,
} satisfies TableKind<'trend', Entry>;

function readContent(entry: Entry, { expandSurveys, readMarkup }: TableSource): ContentOf<'trend'> {
  return {
    kind: 'trend',
    rows: entry.measures.flatMap<TrendRow>((row, index) =>
      typeof row === 'string' ? expandSurveys([row]) : [{ group: readMarkup(['measures', index, 'group']) }],
    ),
    heading: readMarkup(['heading']),
    periods: readPeriods(entry.periods),
    columns: (entry.columns ?? []).map((column, index) => {
      const shared = { heading: readMarkup(['columns', index, 'heading']) };
      if ('show' in column) return { ...shared, show: column.show };
      const read = (name: string): Markup => readMarkup(['columns', index, 'words', name]);
      return {
        ...shared,
        words: Object.fromEntries(Object.keys(column.words).map((name) => [name, read(name)])),
      };
    }),
  };
}

function readPeriods(periods: Entry['periods'] = true): ContentOf<'trend'>['periods'] {
  if (periods === 'dates') return 'dates';
  return periods ? 'labels' : null;
}

/** Makes a row for each measure and each heading, and a column for each period and each chosen column. */
function makeGrid(content: ContentOf<'trend'>, facts: TableFacts): Rendered<Grid> {
  const { inputs, indicators, render } = facts;
  const { heading, columns } = content;
  const ids = content.rows.filter((row) => typeof row === 'string');
  const measures = findMeasures(ids, indicators);
  const periods = content.periods === null ? [] : listPeriods(measures, inputs.period);
  const nameColumn = content.periods === 'dates' ? nameDates : namePeriod;
  const cells = joinRendered(
    measures.map((measure) => makeCells(measure, periods, inputs.period, columns, render)),
  );
  const parts = joinRenderedFields({
    first: makeHead(heading, 'left', facts),
    further: joinRendered(
      columns.map((column) =>
        makeHead(column.heading, 'show' in column ? MEASURE_COLUMNS[column.show].align : 'left', facts),
      ),
    ),
    cells,
    groups: joinRendered(
      content.rows.flatMap((row) => (typeof row === 'string' ? [] : [renderGroup(row.group, render)])),
    ),
  });
  const made = mapRendered(parts, ({ first, further, cells: all, groups }): Grid => {
    const rows = new Map(measures.map(({ id: name }, index) => [name, all[index] ?? []]));
    const headings = [...groups];
    return {
      columns: [
        first,
        ...periods.map((period) => ({ heading: nameColumn(measures, period), align: 'decimal' as const })),
        ...further,
      ],
      rows: content.rows.flatMap((row) =>
        typeof row === 'string' ? makeRow(rows.get(row)) : (headings.shift() ?? []),
      ),
      generated: writeTrendNotes(content, measures, periods, all.map(listOwnCells)),
    };
  });
  return { ...made, problems: [...columns.flatMap((column) => checkWords(column, ids)), ...made.problems] };
}

type Row = ManuscriptTable['rows'][number];
type Column = ContentOf<'trend'>['columns'][number];

/** Renders a heading between rows. Without `{{…}}`, it is printed as typed. */
function renderGroup(group: Markup, render: TableFacts['render']): Rendered<Row> {
  if (!group.text.includes('{{'))
    return withoutProblems({ kind: 'group', cells: [makeTextCell(group.text)] });
  return mapRendered(render(group, {}), (words) => ({ kind: 'group', cells: [words] }));
}

/** Lists the cells that the program makes. The author's words have no figures that need a note. */
function listOwnCells(cells: readonly Cell[]): Inline[][] {
  return cells.flatMap((cell) => (Array.isArray(cell) ? [cell] : []));
}

function makeRow(cells: Cell[] | undefined): Row[] {
  return cells ? [{ kind: 'data', cells }] : [];
}

function makeCells(
  measure: Indicator,
  periods: readonly Period[],
  current: Period,
  columns: readonly Column[],
  render: TableFacts['render'],
): Rendered<Cell[]> {
  const figures = periods.map((period) =>
    makeFigureCell(period === current ? measure.value : findFigure(measure, period)),
  );
  const chosen = joinRendered(columns.map((column) => makeCell(column, measure, render)));
  return mapRendered(chosen, (further) => [makeTextCell(measure.label), ...figures, ...further]);
}

function makeCell(column: Column, measure: Indicator, render: TableFacts['render']): Rendered<Cell> {
  if ('show' in column) return withoutProblems(MEASURE_COLUMNS[column.show].makeCell(measure));
  const words = Object.hasOwn(column.words, measure.id) ? column.words[measure.id] : undefined;
  return words ? render(words, {}) : withoutProblems(makeDashCell());
}

/** Reports words for a measure that has no row. */
function checkWords(column: Column, ids: readonly string[]): Problem[] {
  if ('show' in column) return [];
  return Object.entries(column.words)
    .filter(([name]) => !ids.includes(name))
    .map(([name, { place }]) =>
      makeError(
        'measure-exists',
        place,
        `the column "${column.heading.text}" has words for "${name}", which has no row in the table`,
        adviseOnName(name, ids),
      ),
    );
}

/** Lists the current period and the periods with a figure, from the earliest one that a measure is compared with. */
function listPeriods(measures: Indicator[], current: Period): Period[] {
  const [first] = measures.flatMap(({ change }) => change?.earlier ?? []).sort(comparePeriods);
  const known = measures.flatMap(({ series }) =>
    series.filter(({ figure }) => figure.value !== null).map(({ period }) => period),
  );
  return [...new Set([...known, current])]
    .filter((period) => !first || comparePeriods(period, first) >= 0)
    .sort(comparePeriods);
}
