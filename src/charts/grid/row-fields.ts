import * as z from 'zod';
import { field } from '../../schema/field.js';
import { describeMeasureNames, notes } from '../../schema/insert-fields.js';
import { rowSelectionFields } from '../../schema/row-selection-fields.js';
import { id, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { chartTexts } from '../kinds/chart-texts.js';

const column = field(id, 'a column of the data set', 'this-year');

/** The fields of every chart that shows rows of a data set, or measures. */
export const rowFields = {
  ...chartTexts,
  data: field(
    withNames(id, 'data sets'),
    'the data set, by its name in datasets.yaml or that of its spreadsheet; or else measures:',
    'complaints',
  ).optional(),
  measures: describeMeasureNames(
    "a row for each measure, by the names in measures.yaml; a survey's name adds all its measures; or else data:",
    'measures with one value',
    'surveys',
  ).optional(),
  columns: field(
    z.array(id).min(1),
    'the series: columns of the data set; of measures: value, earlier, change, percent-change or target',
    ['last-year', 'this-year'],
  ).optional(),
  rows: field(z.array(id).min(1), 'the rows of the data set, in their order; by default all', [
    'missed-bins',
    'parks',
  ]).optional(),
  ...rowSelectionFields,
  names: field(
    z.record(id, field(text, 'the name to print', '2030/31 to date')),
    'other names for series and rows, by column, row or measure',
    {
      'this-year': '2030/31 to date',
    },
  ).optional(),
  target: z
    .union([
      field(z.number(), 'the target of all rows, in the unit of the chart', 95),
      field(
        id,
        'a column with the target of each row; of measures: own, for the targets in measures.yaml',
        'target',
        'own',
      ),
      z.strictObject({
        value: field(z.number(), 'the target of all rows', 95),
        name: field(text, 'the words at the line; by default Target', 'Standard'),
      }),
    ])
    .describe('a target: a line through all rows, or a mark at each')
    .optional(),
  labels: field(
    z.boolean(),
    'false to leave out the values at the marks; an axis replaces them',
    false,
  ).optional(),
  notes,
};

/** The fields of kinds that show intervals. */
export const intervalFields = {
  interval: field(
    z.array(column).length(2),
    'the columns with the lower and the upper end of the 95% interval; by default the margins and intervals of the figures',
    ['lower', 'upper'],
  ).optional(),
};

/** More columns would leave too little room for the plot. */
const MOST_BESIDE = 4;

/** The fields of kinds with texts beside their rows. */
export const besideFields = {
  beside: field(
    z.array(column).min(1).max(MOST_BESIDE),
    'columns whose texts are printed beside the rows: of the data set; of measure:, those of a table of the kind ranking',
    ['rating'],
    ['rank', 'overall'],
  ).optional(),
};

/** The fields of kinds with several series. */
export const seriesFields = {
  pale: field(id, 'the series to draw pale, as the figures of last year', 'last-year').optional(),
};

/** The fields of kinds that can compare two periods. */
export const fromFields = {
  periods: field(
    z.literal('dates'),
    'names the periods of measures by their dates, such as Year to March 2008',
    'dates',
  ).optional(),
  from: field(
    z.string().min(1),
    'the earlier of two periods, by the name of its folder: compares it with the latest, in one column',
    '2029-30-q2',
  ).optional(),
};

export const directionFields = {
  direction: field(
    z.enum(['across', 'up']),
    'across by default; up draws columns if their names fit',
    'up',
  ).optional(),
};
