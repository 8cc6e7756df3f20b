import * as z from 'zod';
import { field } from './field.js';
import { id, text } from './scalars.js';

const value = field(z.union([text, z.number()]), 'a text, a number, or a step of a scale', 'red');

/** The fields that choose and sort the rows of a data set, in tables and charts. */
export const rowSelectionFields = {
  sort: z
    .strictObject({
      by: field(id, 'the column whose values decide', 'this-year'),
      order: field(
        z.enum(['ascending', 'descending']),
        'ascending by default: the smallest first',
        'descending',
      ).optional(),
    })
    .describe('the order of the rows; by default that of the file')
    .optional(),
  top: field(z.number().int().min(1), 'the number of rows, from the first; by default all', 10).optional(),
  where: field(
    z.record(
      id,
      field(z.union([value, z.array(value).min(1)]), 'the value, or a list of values', 'red', [
        'red',
        'amber',
      ]),
    ),
    'only rows with these values, by column; a list accepts any of its values',
    { rating: 'red' },
  ).optional(),
};
