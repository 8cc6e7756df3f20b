import * as z from 'zod';
import { isDate } from '../format/dates.js';
import { isFree } from '../model/slugify.js';
import { PLAIN_UNITS } from '../model/unit.js';
import { field } from './field.js';
import { withNames } from './with-names.js';

/** Schemas of single values. They contain no transforms, because JSON Schemas are generated from them. */

/** Text that is not empty and is printed as typed. */
export const text = z
  .string()
  .min(1)
  .refine((value) => !/\{\{[^{}]*\}\}/.test(value), 'plain text: {{…}} is not filled in here')
  .describe('text');

/** Markdown with Handlebars: `{{…}}` inserts figures and references. */
export const markup = z.string().min(1).describe('a sentence; {{…}} inserts figures and references');

/** The name of an entry, which other files can refer to. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, starting with a letter')
  .refine(isFree, 'another name: this one is reserved')
  .describe('a name of lower-case letters, digits and hyphens, starting with a letter');

/**
 * A number or name that is read as typed: 08, 12a and 1.0 keep their characters.
 * YAML reads some of these as numbers.
 */
export const identifier = z
  .union([z.string().min(1), z.number()])
  .describe('a number or name, exactly as typed');

/** A date that exists in the calendar. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date as YYYY-MM-DD', abort: true })
  .refine(isDate, 'a date that exists, as YYYY-MM-DD')
  .describe('a date as YYYY-MM-DD');

/** A month of a year. */
export const yearMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM')
  .describe('a month as YYYY-MM');

/** The unit of a figure. */
export const unit = field(
  z.union([z.enum([...PLAIN_UNITS, 'rate']), withNames(id, 'units')]),
  'what the number counts: percent for a percentage, points for a difference of percentages, rate with per:, or a unit of your own under units: in measures.yaml',
  'count',
  'percent',
  'tonne',
);

/** The size in which sums are typed and printed. */
export const magnitude = field(
  z.enum(['thousands', 'millions']),
  'for pounds: the size in which they are typed and printed; 1250 in thousands is £1.25 million',
  'thousands',
);

/** The size of population that a rate is for. */
export const per = field(z.number().positive().max(1e9), 'for a rate: for how many people or cases', 1000);

/** The decimal places that a figure is printed with. */
export const places = field(
  z.number().int().min(0).max(6),
  'the decimal places in print; by default those that are typed',
  1,
);

/** True to print the sign of positive numbers. */
export const signed = field(
  z.boolean(),
  'true for a change or a difference: it may be negative, and positive numbers print their sign',
  true,
);

/** The word before a figure that is not exact. */
export const qualifier = field(
  z.enum(['about', 'approximately', 'over', 'under', 'nearly', 'at least']),
  'the word that is printed before the number if it is not exact',
  'approximately',
);

/** The variance of a survey result as a multiple of that of a simple random sample. No real survey has less than 0.3. */
export const designEffectValue = z.number().min(0.3);
