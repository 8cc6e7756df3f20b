import * as z from 'zod';
import { findFigure } from '../../model/find-figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import type { ManuscriptTable } from '../../model/manuscript.js';
import type { Markup } from '../../model/markup.js';
import { namePeriod } from '../../model/name-span.js';
import { comparePeriods, type Period } from '../../model/period.js';
import type { MeasureColumnName } from '../../model/template.js';
import { field } from '../../schema/field.js';
import { id, markup } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { makeFigureCell, makeTextCell } from '../figure-cells.js';
import {
  joinRendered,
  joinRenderedFields,
  mapRendered,
  withoutProblems,
  type Rendered,
} from '../rendered.js';
import { findMeasures } from '../../model/find-measures.js';
import { MEASURE_COLUMNS } from './measure-columns.js';
import { makeColumnHeads, makeHead, makeShowSchema } from './table-column.js';
import type { ContentOf, Grid, TableFacts, TableKind, TableSource } from './table-kind.js';
import { commonKeys } from './table-parts.js';
import { writeTrendNotes } from './trend-notes.js';

const groupRow = z
  .strictObject({ group: field(markup, 'the words of the heading', 'Satisfaction') })
  .describe('a row that heads the rows below it');

const column = z
  .strictObject({
    show: makeShowSchema(MEASURE_COLUMNS, 'what the column shows of each measure', 'change', 'verdict'),
    heading: field(markup, 'the heading of the column', 'Change, points'),
  })
  .describe('one column');

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
    z.boolean(),
    'whether to print a column for each period from the earliest one compared; true by default',
    false,
  ).optional(),
  columns: z.array(column).describe('further columns').optional(),
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
    periods: entry.periods ?? true,
    columns: (entry.columns ?? []).map(({ show }, index) => ({
      show,
      heading: readMarkup(['columns', index, 'heading']),
    })),
  };
}

/** Makes a row for each measure and each heading, and a column for each period and each chosen column. */
function makeGrid(content: ContentOf<'trend'>, facts: TableFacts): Rendered<Grid> {
  const { inputs, indicators } = facts;
  const { heading, columns } = content;
  const ids = content.rows.filter((row) => typeof row === 'string');
  const measures = findMeasures(ids, indicators);
  const periods = content.periods ? listPeriods(measures, inputs.period) : [];
  const rows = new Map(
    measures.map((measure) => [measure.id, makeCells(measure, periods, inputs.period, columns)]),
  );
  const parts = joinRenderedFields({
    first: makeHead(heading, 'left', facts),
    further: makeColumnHeads(columns, MEASURE_COLUMNS, facts),
    rows: joinRendered(content.rows.flatMap((row) => makeRow(row, rows, facts))),
  });
  return mapRendered(parts, ({ first, further, rows: made }) => ({
    columns: [
      first,
      ...periods.map((period) => ({ heading: namePeriod(measures, period), align: 'decimal' as const })),
      ...further,
    ],
    rows: made,
    generated: writeTrendNotes(content, measures, periods, [...rows.values()]),
  }));
}

type Row = ManuscriptTable['rows'][number];

/** Renders a heading between rows. Without `{{…}}`, it is printed as typed. */
function renderGroup(group: Markup, render: TableFacts['render']): Rendered<Row> {
  if (!group.text.includes('{{'))
    return withoutProblems({ kind: 'group', cells: [makeTextCell(group.text)] });
  return mapRendered(render(group, {}), (words) => ({ kind: 'group', cells: [words] }));
}
type Cells = Inline[][];

function makeRow(row: TrendRow, rows: Map<string, Cells>, { render }: TableFacts): Rendered<Row>[] {
  if (typeof row !== 'string') return [renderGroup(row.group, render)];
  const cells = rows.get(row);
  return cells ? [withoutProblems({ kind: 'data', cells })] : [];
}

function makeCells(
  measure: Indicator,
  periods: Period[],
  current: Period,
  columns: { show: MeasureColumnName }[],
): Cells {
  return [
    makeTextCell(measure.label),
    ...periods.map((period) =>
      makeFigureCell(period === current ? measure.value : findFigure(measure, period)),
    ),
    ...columns.map(({ show }) => MEASURE_COLUMNS[show].makeCell(measure)),
  ];
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
