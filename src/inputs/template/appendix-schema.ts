import * as z from 'zod';
import { field } from '../../schema/field.js';
import { date, text } from '../../schema/scalars.js';

/** The keys that say where an appendix goes, and whether its text is published. */
export const appendixFields = {
  order: field(
    z.number().positive(),
    'its position among the appendices; those without one come last, by file name',
    2,
  ).optional(),
  'to-follow': field(
    date,
    'the day on which it is expected; a sentence says so in place of its text',
    '2024-11-01',
  ).optional(),
  restricted: field(
    text,
    'the reason why it is not published; its text is in no output',
    'It contains the names of staff.',
  ).optional(),
};

/** The front matter of a file in `appendices/`. */
export const appendixSchema = z
  .strictObject({ title: field(text, 'the heading of the appendix', 'The sites'), ...appendixFields })
  .describe('The front matter of an appendix');
