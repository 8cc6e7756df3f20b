import * as z from 'zod';
import { formatMissingNotice } from '../../format/figures.js';
import type { RankedArea, Ranking } from '../../model/ranking.js';
import type { ManuscriptTable } from '../../model/manuscript.js';
import type { AreaColumn } from '../../model/template.js';
import { field } from '../../schema/field.js';
import { markup } from '../../schema/scalars.js';
import { describeMeasureName } from '../../schema/insert-fields.js';
import { makeTextCell, makeValueCell } from '../figure-cells.js';
import { mapRendered, type Rendered } from '../rendered.js';
import { AREA_COLUMNS } from './area-columns.js';
import { writeRankingNotes } from './ranking-notes.js';
import { makeColumnHeads, makeShowSchema } from './table-column.js';
import type { ContentOf, Grid, TableFacts, TableKind, TableSource } from './table-kind.js';
import { commonKeys } from './table-parts.js';

const column = z
  .strictObject({
    show: makeShowSchema(AREA_COLUMNS, 'what the column shows of each area', 'rank', 'area'),
    heading: field(markup, 'the heading of the column', 'Ward'),
  })
  .describe('one column');

const schema = z.strictObject({
  kind: z.literal('ranking').describe('the ends of a league table'),
  ...commonKeys,
  measure: describeMeasureName('measures of the kind area-ranking'),
  columns: z.array(column).min(1).describe('the columns from left to right'),
});

type Entry = z.infer<typeof schema>;

/** The highest and the lowest areas of a league table. */
export const ranking = {
  schema,
  shows: { result: 'ranking', canNameSurvey: false },
  readContent,
  makeGrid,
} satisfies TableKind<'ranking', Entry>;

function readContent({ measure, columns }: Entry, { readMarkup }: TableSource): ContentOf<'ranking'> {
  return {
    kind: 'ranking',
    measure,
    columns: columns.map(({ show }, index) => ({ show, heading: readMarkup(['columns', index, 'heading']) })),
  };
}

function makeGrid({ measure, columns }: ContentOf<'ranking'>, facts: TableFacts): Rendered<Grid> {
  const { inputs, indicators } = facts;
  const ranking = indicators.rankings[measure];
  return mapRendered(makeColumnHeads(columns, AREA_COLUMNS, facts), (heads) => ({
    columns: nameRows(heads, columns),
    rows: ranking ? makeRows(ranking, columns) : [],
    generated:
      ranking?.reason === null ? writeRankingNotes(columns, ranking, inputs.organisation.areas) : null,
  }));
}

/** Lets the names of the areas head the rows, and not their positions. */
function nameRows(heads: ManuscriptTable['columns'], columns: AreaColumn[]): ManuscriptTable['columns'] {
  return heads.map((head, index) => (columns[index]?.show === 'area' ? { ...head, headsRows: true } : head));
}

type Row = ManuscriptTable['rows'][number];

/** Makes the rows of both ends, and a row for the gap between them. If no area has a position, a single row gives the reason. */
function makeRows(ranking: Ranking, columns: AreaColumn[]): Row[] {
  const { top, bottom, reason } = ranking;
  if (reason !== null) return [makeMissingRow(ranking)];
  const makeRow = (area: RankedArea): Row => ({
    kind: 'data',
    cells: columns.map(({ show }) => AREA_COLUMNS[show].makeCell(area)),
  });
  return [...top.map(makeRow), ...makeGapRows(ranking), ...bottom.map(makeRow)];
}

function makeGapRows({ bottom, between }: Ranking): Row[] {
  if (between === 0) return [];
  const position = bottom.length === 0 ? 'more' : 'between';
  return [{ kind: 'gap', cells: [makeTextCell(`${between} ${position}, not shown`)] }];
}

function makeMissingRow({ gap }: Ranking): Row {
  return { kind: 'gap', cells: [makeValueCell(formatMissingNotice(gap.reason ?? ''), gap)] };
}
