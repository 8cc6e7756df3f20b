import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import * as z from 'zod';

/** Pieces that several schemas share. No transforms: JSON Schemas are made from these. */

/** A field as an editor shows it while an author types: what it is, and examples that fit. */
export function field<S extends z.ZodType>(schema: S, description: string, ...examples: z.infer<S>[]): S {
  return schema.meta({ description, examples });
}

export const text = z.string().min(1).describe('text');

/** Markdown with Handlebars: `{{…}}` reaches figures and references. */
export const markup = z.string().min(1).describe('a sentence; {{…}} reaches figures and references');

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower case letters, digits and hyphens, beginning with a letter')
  .describe('a name of lower case letters, digits and hyphens, beginning with a letter');

/** Read from the file as typed, so that 08, 12a and 1.0 keep their characters; YAML may take them for numbers. */
export const identifier = z
  .union([z.string().min(1), z.number()])
  .describe('a number or name, kept as it is typed');

export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date as YYYY-MM-DD', abort: true })
  .refine((value) => isValid(parseISO(value)), 'a day that exists, as YYYY-MM-DD')
  .describe('a date as YYYY-MM-DD');

export const unit = field(
  z.enum(['count', 'percent', 'points', 'ratio', 'year', 'months', 'days', 'pounds']),
  'what the number counts: percent for a percentage, points for a difference of percentages',
  'count',
  'percent',
);

export const qualifier = field(
  z.enum(['about', 'approximately', 'over', 'under', 'nearly', 'at least']),
  'how precise it is, in the word to be printed before it',
  'approximately',
);
