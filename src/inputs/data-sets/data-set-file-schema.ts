import * as z from 'zod';
import { MARK_NAMES } from '../../model/mark.js';
import { field } from '../../schema/field.js';
import { date, id, text } from '../../schema/scalars.js';

const value = z
  .union([z.string(), z.number(), z.null()])
  .describe('a number, a text, or a mark such as "not available"; empty while it is to come')
  .meta({ examples: [131, 'not available'] });

/** The schema of a cell that says more than its value. */
export const cellMapSchema = z
  .strictObject({
    value,
    mark: field(z.enum(MARK_NAMES), 'a mark beside the value', 'provisional').optional(),
    margin: field(
      z.number().positive(),
      'the margin of error that the source publishes; the table prints 49% (±2)',
      2,
    ).optional(),
    was: field(
      z.number(),
      'the value as first published, of a revised one; the paper prints it under the table',
      60,
    ).optional(),
    revised: field(
      text,
      'why the value was revised, in a sentence; the paper prints it under the table',
      'Cases were reclassified in June.',
    ).optional(),
    confirmed: field(z.boolean(), 'true if an unusual value is right', true).optional(),
  })
  .describe('a value with its mark, with the margin of its source, or with what it was before a revision');

const cell = z
  .union([value, cellMapSchema])
  .describe('a value, or { value: 62, mark: provisional }')
  .meta({ examples: [131, { value: 62, mark: 'provisional' }] });

/** The schema of a data set's file in a period's folder: its rows, or the spreadsheet beside it that has them. */
export const dataSetFileSchema = z
  .strictObject({
    source: field(
      text.nullable(),
      'who published these figures, and where; by default the source in datasets.yaml',
      'Case management system, extracted 3 July 2025',
    ).optional(),
    owner: field(
      text.nullable(),
      'who supplies the rows of this period; by default the owner in datasets.yaml',
      'Head of Customer Service',
    ).optional(),
    due: field(
      date.nullable(),
      'the day by which the rows are due from their owner',
      '2025-07-03',
    ).optional(),
    from: field(
      date.nullable(),
      'the first day that the rows are about, where it is not that of the period; empty while it is to come',
      '2024-11-04',
    ).optional(),
    to: field(date.nullable(), 'the last such day; empty while it is to come', '2024-11-10').optional(),
    unreviewed: field(
      z.array(id).nullable(),
      'the names of rows carried over from an earlier period and not reviewed yet',
      ['replant-avenue'],
    ).optional(),
    rows: z
      .record(id, z.record(id, cell).describe('the cells of one row, by column'))
      .nullable()
      .describe('the rows, by a name of your choice; empty while they are to come, {} for none')
      .optional(),
    file: field(
      z
        .string()
        .regex(
          /^[^/\\]+\.(?:csv|xls[xm])$/i,
          'a CSV file or an Excel workbook (.xlsx) beside this file, such as complaints.xlsx',
        ),
      'the CSV file or Excel workbook beside this file that has the rows',
      'complaints.csv',
      'complaints.xlsx',
    ).optional(),
    sheet: field(
      text,
      'the sheet of the workbook with the rows; by default the only visible one',
      'Q1',
    ).optional(),
    hidden: field(
      z.enum(['include']),
      'include to read hidden sheets, rows and columns of the workbook too',
      'include',
    ).optional(),
    'header-row': field(
      z.number().int().min(1),
      'the row of the file with the headings; 1 by default',
      3,
    ).optional(),
  })
  .describe('The rows of one data set in one period, or the spreadsheet that has them');

export type RawDataSetFile = z.infer<typeof dataSetFileSchema>;
