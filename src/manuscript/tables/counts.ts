import * as z from 'zod';
import type { Indicator } from '../../model/indicator.js';
import type { ManuscriptTable } from '../../model/manuscript.js';
import { field } from '../../schema/field.js';
import { text } from '../../schema/scalars.js';
import { describeMeasureNames } from '../../schema/insert-fields.js';
import { makeFigureCell, makeTextCell } from '../figure-cells.js';
import { withoutProblems } from '../rendered.js';
import { joinNotes, writeAssumedNote, writeConfidentialNote, writeUnavailableNote } from '../table-notes.js';
import { findMeasures } from '../../model/find-measures.js';
import { writeGapSignNote } from './gap-sign-note.js';
import type { ContentOf, Grid, TableFacts, TableKind } from './table-kind.js';
import { commonKeys } from './table-parts.js';

const schema = z.strictObject({
  kind: z.literal('counts').describe('measures and their counts to date'),
  ...commonKeys,
  measures: describeMeasureNames('in reading order, down each column', 'measures with one value'),
  heading: field(text, 'the heading over the measures', 'Activity'),
  'value-heading': field(text, 'the heading over the counts', 'Number'),
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

function readContent(entry: Entry): ContentOf<'counts'> {
  return {
    kind: 'counts',
    measures: entry.measures,
    heading: entry.heading,
    valueHeading: entry['value-heading'],
    columns: entry.columns ?? 1,
  };
}

function makeGrid(content: ContentOf<'counts'>, { indicators }: TableFacts) {
  const measures = findMeasures(content.measures, indicators);
  const cells = measures.map(({ value }) => [makeFigureCell(value)]);
  return withoutProblems<Grid>({
    columns: makeHeads(content),
    rows: makeRows(measures, content.columns),
    generated: joinNotes([
      writeGapSignNote(measures),
      writeAssumedNote(measures),
      writeUnavailableNote(measures, cells),
      writeConfidentialNote(measures, cells),
    ]),
  });
}

function makeHeads({ heading, valueHeading, columns }: ContentOf<'counts'>): ManuscriptTable['columns'] {
  const pair: ManuscriptTable['columns'] = [
    { heading, align: 'left' },
    { heading: valueHeading, align: 'decimal' },
  ];
  return Array.from({ length: columns }, () => pair).flat();
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
