import * as z from 'zod';
import { field, id, markup, text } from '../../schema/schema-parts.js';
import { measureName, measureNames, notes } from '../../schema/shown-parts.js';

const heading = field(text, 'the heading of the column', 'Change, points');

const tableRows = field(
  z
    .array(
      z.union([
        id,
        z
          .strictObject({ group: field(text, 'the words of the heading', 'Satisfaction') })
          .describe('a row that heads the rows below it'),
      ]),
    )
    .min(1),
  "the rows, by the names in measures.yaml; a survey's name stands for all its measures; { group: … } heads those after it",
  ['visits', 'fines'],
  [{ group: 'Use' }, 'visits', { group: 'Order' }, 'fines'],
);

const measureColumn = z
  .strictObject({
    show: field(
      z.enum([
        'value',
        'interval',
        'base',
        'earlier',
        'change',
        'change-interval',
        'percent-change',
        'p-value',
        'largest-design-effect',
        'verdict',
        'projection',
        'target',
        'status',
      ]),
      'what the column shows of each measure',
      'change',
      'verdict',
    ),
    heading,
  })
  .describe('one column');

const areaColumn = z
  .strictObject({
    show: field(
      z.enum(['rank', 'area', 'value', 'interval', 'base', 'rank-range', 'funnel']),
      'what the column shows of each area',
      'rank',
      'area',
    ),
    heading: field(text, 'the heading of the column', 'Ward'),
  })
  .describe('one column');

const listColumn = z
  .strictObject({
    heading: field(text, 'the heading of the column', 'By when'),
    cell: field(markup, 'what it shows of each item', '{{item.due}}'),
    align: field(z.enum(['left', 'right']), 'left unless said', 'right').optional(),
  })
  .describe('one column');

const title = field(markup, 'what the table is about', 'What was counted in {{quarter.year}}');

export const tablesSchema = z
  .strictObject({
    tables: z
      .record(
        id,
        z
          .discriminatedUnion('kind', [
            z.strictObject({
              kind: z.literal('trend').describe('measures by period, with the change'),
              title,
              measures: tableRows,
              heading: field(text, 'the heading of the first column', 'Measure'),
              periods: field(
                z.boolean(),
                'whether there is a column for each quarter from the earliest compared; true unless said',
                false,
              ).optional(),
              columns: z.array(measureColumn).describe('further columns').optional(),
              notes,
            }),
            z.strictObject({
              kind: z.literal('ranking').describe('the ends of a league table'),
              title,
              measure: measureName,
              columns: z.array(areaColumn).min(1).describe('the columns from left to right'),
              notes,
            }),
            z.strictObject({
              kind: z.literal('counts').describe('measures and their counts to date'),
              title,
              measures: measureNames('in reading order, down each column'),
              heading: field(text, 'the heading over the measures', 'Activity'),
              'value-heading': field(text, 'the heading over the counts', 'Number'),
              columns: field(
                z.number().int().min(1).max(3),
                'how many pairs of columns side by side; 1 unless said',
                2,
              ).optional(),
              notes,
            }),
            z.strictObject({
              kind: z.literal('list').describe('a row for each item of a list in data'),
              title,
              list: field(text, 'the list', 'commitments', 'events'),
              columns: z.array(listColumn).describe('the columns from left to right'),
              notes,
            }),
          ])
          .describe('one table'),
      )
      .describe('the tables, by the name that the text cites'),
  })
  .describe('The tables of a kind of paper');
