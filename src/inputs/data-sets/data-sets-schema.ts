import * as z from 'zod';
import { COLUMN_TYPES } from '../../model/data-set.js';
import { COMPARED_PERIODS } from '../../model/compared-period.js';
import { disclosureSchema } from '../../schema/disclosure.js';
import { field } from '../../schema/field.js';
import { id, magnitude, markup, per, places, signed, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';

const columnName = id.describe('a column of this data set');
const fromTo = z
  .strictObject({
    from: field(columnName, 'the earlier column', 'last-year'),
    to: field(columnName, 'the later column', 'this-year'),
  })
  .describe('two columns');

/** The keys of a column that is computed from others. A column has at most one. */
const computations = z
  .strictObject({
    'sum-of': field(z.array(columnName).min(2), 'the sum of these columns', ['north', 'south']).optional(),
    difference: fromTo.describe('the later column less the earlier one').optional(),
    'percent-change': fromTo
      .describe('the change from the earlier column to the later one, in per cent')
      .optional(),
    'share-of': field(
      columnName,
      'the share of the total of this column, in per cent',
      'this-year',
    ).optional(),
    'rank-of': field(columnName, 'the position in this column, the best first', 'this-year').optional(),
    previous: field(
      z.union([
        columnName,
        z.strictObject({
          column: field(columnName, 'the column that it repeats', 'this-year'),
          in: field(z.enum(COMPARED_PERIODS), 'the earlier period', 'same-period-last-year'),
        }),
      ]),
      'the column of an earlier file: of one period earlier, or of the period that in: names',
      'this-year',
      { column: 'this-year', in: 'same-period-last-year' },
    ).optional(),
    ratio: z
      .strictObject({
        of: field(columnName, 'the column that is divided', 'answered'),
        to: field(columnName, 'the column that it is divided by', 'received'),
      })
      .describe('one column divided by another')
      .optional(),
    'percent-of': z
      .strictObject({
        of: field(columnName, 'the column with the part', 'in-time'),
        to: field(columnName, 'the column with the whole', 'decided'),
      })
      .describe('one column in per cent of another')
      .optional(),
    rate: z
      .strictObject({
        of: field(columnName, 'the column that is counted', 'complaints'),
        per: field(columnName, 'the column with the population', 'residents'),
        times: field(z.number().positive(), 'the size of population that the rate is for', 1000),
      })
      .describe('cases for so many people')
      .optional(),
    against: z
      .strictObject({
        column: field(columnName, 'the column that is compared', 'answered'),
        row: field(id, 'the row that it is compared with', 'average'),
      })
      .describe('the difference from another row')
      .optional(),
  })
  .describe('a computation');

const column = z
  .strictObject({
    label: field(
      markup,
      'the heading; by default the name in words',
      'Category',
      '{{period.year}}',
    ).optional(),
    header: field(
      text,
      'the heading in a spreadsheet, if it is neither the name nor the label',
      'Cat.',
    ).optional(),
    type: field(
      z.enum(COLUMN_TYPES),
      'what the cells hold: numbers in a unit, words, a date, a step of a scale, the name of a measure whose value is printed, or of a paper that is cited',
      'count',
      'text',
    ).optional(),
    unit: field(
      withNames(id, 'units'),
      'the unit of numbers, if it is one of your own under units: in measures.yaml',
      'tonne',
    ).optional(),
    in: magnitude.optional(),
    per: per.optional(),
    places: places.describe('the decimal places of each cell; by default the most that any has').optional(),
    signed: signed.optional(),
    confirmed: field(z.boolean(), 'true if percentages below 0 or above 100 are right', true).optional(),
    'better-when': field(
      z.enum(['higher', 'lower', 'neither']),
      'the direction that is better',
      'lower',
    ).optional(),
    scale: field(id, 'the scale in organisation.yaml, for the type scale', 'rag').optional(),
    role: field(
      z.enum(['due', 'done']),
      'due for the day by which the row is promised, done for the day on which it was done',
      'due',
    ).optional(),
    carry: field(
      z.enum(['keep', 'review', 'empty']),
      'what the next period does with the cells: keep for words that stay, review for words that stay until their author has checked them; by default they are emptied, except names of rows and groups',
      'keep',
    ).optional(),
    'minimum-base': z
      .strictObject({
        column: field(columnName, 'the column with the number of people or cases', 'answers'),
        least: field(z.number().int().positive(), 'the smallest number for which a figure is printed', 50),
      })
      .describe(
        'the column that percentages, rates and ratios rest on, and the least for one to be printed: others are "[u]"',
      )
      .meta({ examples: [{ column: 'answers', least: 50 }] })
      .optional(),
    repeats: z
      .strictObject({
        column: field(columnName, 'the column whose earlier figures it repeats', 'this-year'),
        in: field(z.enum(COMPARED_PERIODS), 'the period in whose file they stand', 'same-period-last-year'),
      })
      .describe(
        'the column of an earlier file that a filled-in column repeats: a figure that differs is a warning, unless it is marked as revised',
      )
      .meta({ examples: [{ column: 'this-year', in: 'same-period-last-year' }] })
      .optional(),
    ...computations.shape,
  })
  .describe('one column');

const dataSet = z
  .strictObject({
    title: field(
      markup,
      'what the table is about; by default the name in words',
      'Complaints by category',
    ).optional(),
    source: field(
      text,
      'who holds the data, for files that state no source',
      'Case management system',
    ).optional(),
    owner: field(
      text,
      'who supplies the rows; lists of figures to come say so',
      'Head of Customer Service',
    ).optional(),
    key: field(columnName, 'the column that names the rows; by default the first', 'category').optional(),
    columns: z
      .record(id, column)
      .describe('the columns from left to right; without them, the first row of the spreadsheet decides')
      .optional(),
    totals: field(z.array(columnName).min(1), 'the columns that a row of totals adds up', [
      'this-year',
    ]).optional(),
    standing: field(
      z.boolean(),
      'true if the whole set stays the same from period to period: the next period then keeps its values',
      true,
    ).optional(),
    disclosure: disclosureSchema.optional(),
    carry: field(
      z.enum(['review', 'empty']),
      'what the next period does with the rows: review keeps them whole, for their author to check; empty leaves them out; by default their names and kept columns stay',
      'review',
    ).optional(),
    groups: field(columnName, 'the text column whose values head groups of rows', 'directorate').optional(),
  })
  .describe('one data set');

/** The schema of `data/datasets.yaml`. */
export const dataSetsSchema = z
  .strictObject({
    datasets: z.record(id, dataSet).describe('the data sets, by the name of their files and in templates'),
  })
  .describe('Tables of your own: their columns, types and totals');

export type RawDataSets = z.infer<typeof dataSetsSchema>;
export type RawDataSet = RawDataSets['datasets'][string];
export type RawColumn = NonNullable<RawDataSet['columns']>[string];
