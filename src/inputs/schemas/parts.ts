import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import * as z from 'zod';

/** Pieces that several schemas share. No transforms: JSON Schemas are made from these. */

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

export const unit = z
  .enum(['count', 'percent', 'points', 'ratio', 'year', 'months', 'days', 'pounds'])
  .describe('what the number counts');

const provenance = {
  source: text.nullable().describe('who published it, and where').optional(),
  period: text.nullable().describe('the time that it is about').optional(),
  reason: text.nullable().describe('why there is no value, where there is none: "to come" unless said').optional(),
  base: z.number().int().positive().nullable().describe('how many people or cases it rests on').optional(),
  qualifier: z
    .enum(['about', 'approximately', 'over', 'under', 'nearly', 'at least'])
    .nullable()
    .describe('how precise it is, in the word to be printed before it')
    .optional(),
  assumed: text.nullable().describe('why it had to be assumed').optional(),
};

/** An empty value is still to come. */
const percentValue = z
  .number()
  .min(0)
  .max(100)
  .nullable()
  .describe('a percentage from 0 to 100, as published; empty while it is to come');
const countValue = z
  .number()
  .int()
  .min(0)
  .nullable()
  .describe('a whole number, without commas; empty while it is to come');

export const designEffect = z
  .number()
  .positive()
  .describe('how much larger variances are than in a simple random sample');

/** A percentage: 64, or a map where it has a base or a source of its own. */
export const percentFigure = z
  .union([
    percentValue,
    z.strictObject({ value: percentValue, 'design-effect': designEffect.nullable().optional(), ...provenance }),
  ])
  .describe('a percentage from 0 to 100, as published');

/** Answers counted among those asked; the weighted sums where the survey is weighted. */
export const answers = z
  .strictObject({
    base: z.number().int().min(0).nullable().describe('how many people answered; empty while it is to come'),
    count: z.number().int().min(0).nullable().describe('how many of them gave the answer, where unweighted').optional(),
    'weighted-base': z.number().min(0).nullable().describe('the sum of the weights of those who answered').optional(),
    'weighted-count': z
      .number()
      .min(0)
      .nullable()
      .describe('the sum of the weights of those who gave the answer')
      .optional(),
    'design-effect': designEffect.nullable().optional(),
    assumed: text.nullable().describe('why it had to be assumed').optional(),
    source: text.nullable().describe('who published it, and where').optional(),
  })
  .describe('answers counted: base and count, or with weighted-base and weighted-count');

/** A count: 8453, or a map where it has a source of its own. */
export const countFigure = z
  .union([countValue, z.strictObject({ value: countValue, ...provenance })])
  .describe('a whole number, without commas');

export const statedFact = z.strictObject({
  label: text.describe('what the number is, in words'),
  value: z.number().nullable().describe('the number, without commas or signs; empty while it is to come'),
  unit,
  standing: z
    .boolean()
    .describe('true where it holds from quarter to quarter: the next quarter takes it over with its value')
    .optional(),
  ...provenance,
});

/** A total that is computed from other facts, so that it can be shown with its sum. */
export const summedFact = z.strictObject({
  label: text.describe('what the total is, in words'),
  sum: z.array(id).min(2).describe('the facts that it is the sum of'),
  published: z.number().nullable().describe('the total as published: the sum must agree with it').optional(),
  source: text.nullable().describe('who published it, and where').optional(),
});
