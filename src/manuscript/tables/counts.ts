import * as z from 'zod';
import type { Indicator } from '../../model/indicator.js';
import type { ManuscriptTable } from '../../model/manuscript.js';
import { field } from '../../schema/field.js';
import { markup } from '../../schema/scalars.js';
import { describeMeasureNames } from '../../schema/insert-fields.js';
import { makeFigureCell, makeTextCell } from '../figure-cells.js';
import { joinRendered, mapRendered, type Rendered } from '../rendered.js';
import { joinNotes, writeAssumedNote, writeConfidentialNote, writeUnavailableNote } from '../table-notes.js';
import { findMeasures } from '../../model/find-measures.js';
import { writeGapSignNote } from './gap-sign-note.js';
import { makeHead } from './table-column.js';
import type { ContentOf, Grid, TableFacts, TableKind, TableSource } from './table-kind.js';
import { commonKeys } from './table-parts.js';

const schema = z.strictObject({
  kind: z.literal('counts').describe('measures and their counts to date'),
  ...commonKeys,
  measures: describeMeasureNames('in reading order, down each column', 'measures with one value'),
  heading: field(markup, 'the heading over the measures', 'Activity'),
  'value-heading': field(markup, 'the heading over the counts', 'Number'),
  columns: field(
    z.number().int().min(1).max(3),
    'how many pairs of columns to print side by side; 1 by default',
    2,
  ).optional(),
});

type Entry = z.infer<typeof schema>;

/** Measures and their counts, in pairs of columns side by side. */
export const counts = {
  schema,
  shows: { result: 'single value', canNameSurvey: false },
  readContent,
  makeGrid,
} satisfies TableKind<'counts', Entry>;

function readContent(entry: Entry, { readMarkup }: TableSource): ContentOf<'counts'> {
  return {
    kind: 'counts',
    measures: entry.measures,
    heading: readMarkup(['heading']),
    valueHeading: readMarkup(['value-heading']),
    columns: entry.columns ?? 1,
  };
}

function makeGrid(content: ContentOf<'counts'>, facts: TableFacts): Rendered<Grid> {
  const { indicators } = facts;
  const measures = findMeasures(content.measures, indicators);
  const cells = measures.map(({ value }) => [makeFigureCell(value)]);
  return mapRendered(makeHeads(content, facts), (columns) => ({
    columns,
    rows: makeRows(measures, content.columns),
    generated: joinNotes([
      writeGapSignNote(measures),
      writeAssumedNote(measures),
      writeUnavailableNote(measures, cells),
      writeConfidentialNote(measures, cells),
    ]),
  }));
}

function makeHeads(
  { heading, valueHeading, columns }: ContentOf<'counts'>,
  facts: TableFacts,
): Rendered<ManuscriptTable['columns']> {
  const pair = joinRendered([makeHead(heading, 'left', facts), makeHead(valueHeading, 'decimal', facts)]);
  return mapRendered(pair, (heads) => Array.from({ length: columns }, () => heads).flat());
}

/** Fills the pairs of columns from the first to the last, each from top to bottom. */
function makeRows(measures: Indicator[], pairs: number): ManuscriptTable['rows'] {
  const height = Math.ceil(measures.length / pairs);
  return Array.from({ length: height }, (_row, row) => ({
    kind: 'data',
    cells: Array.from({ length: pairs }, (_pair, pair) => measures[pair * height + row]).flatMap((measure) =>
      measure ? [makeTextCell(measure.label), makeFigureCell(measure.value)] : [[], []],
    ),
  }));
}
