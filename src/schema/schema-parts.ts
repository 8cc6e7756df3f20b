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

const SOURCE = 'Residents’ Survey 2024, page 3';
const source = field(text.nullable(), 'who published it, and where; the file’s source unless said', SOURCE);
const assumed = field(
  text.nullable(),
  'what had to be assumed of it, and why; the paper prints it',
  'The source gives no closing date; the end of the quarter is assumed.',
);

const provenance = {
  source: source.optional(),
  period: field(
    text.nullable(),
    'the time that it is about; the quarter unless said',
    'December 2024',
  ).optional(),
  reason: field(
    text.nullable(),
    'why there is no value, where there is none: "to come" unless said',
    'the survey was not held',
  ).optional(),
  base: field(
    z.number().int().positive().nullable(),
    'how many people or cases it rests on',
    1200,
  ).optional(),
  qualifier: field(
    qualifier.nullable(),
    'how precise it is, in the word to be printed before it',
    'over',
  ).optional(),
  assumed: assumed.optional(),
};

/** An empty value is still to come. */
const percentValue = field(
  z.number().min(0).max(100).nullable(),
  'a percentage from 0 to 100, as published; empty while it is to come',
  64,
  58.5,
);
const countValue = field(
  z.number().int().min(0).nullable(),
  'a whole number, without commas; empty while it is to come',
  8453,
);

export const designEffect = field(
  z.number().positive().nullable(),
  'how much larger variances are than in a simple random sample; empty where it is not known',
  1.3,
);

/** A percentage: 64, or a map where it has a base or a source of its own. */
export const percentFigure = field(
  z.union([
    percentValue,
    z.strictObject({ value: percentValue, 'design-effect': designEffect.optional(), ...provenance }),
  ]),
  'a percentage from 0 to 100, as published; or a map with what is special about it',
  64,
  { value: 64, base: 1200 },
);

/** Answers counted among those asked; the weighted sums where the survey is weighted. */
export const answers = z
  .strictObject({
    base: field(
      z.number().int().min(0).nullable(),
      'how many people answered; empty while it is to come',
      1211,
    ),
    count: field(
      z.number().int().min(0).nullable(),
      'how many of them gave the answer, where the survey is not weighted',
      729,
    ).optional(),
    'weighted-base': field(
      z.number().min(0).nullable(),
      'the sum of the weights of those who answered',
      1208.8,
    ).optional(),
    'weighted-count': field(
      z.number().min(0).nullable(),
      'the sum of the weights of those who gave the answer',
      730.1,
    ).optional(),
    'design-effect': designEffect.optional(),
    assumed: assumed.optional(),
    source: source.optional(),
  })
  .describe('answers counted: base and count, or base with weighted-base and weighted-count');

/** A count: 8453, or a map where it has a source of its own. */
export const countFigure = field(
  z.union([countValue, z.strictObject({ value: countValue, ...provenance })]),
  'a whole number, without commas; or a map with what is special about it',
  8453,
  { value: 8453, source: 'Visitor log, December 2024' },
);

export const statedFact = z.strictObject({
  label: field(text, 'what the number is, in words', 'new benches'),
  value: field(z.number().nullable(), 'the number, without commas or signs; empty while it is to come', 14),
  unit,
  standing: field(
    z.boolean(),
    'true where it holds from quarter to quarter: the next quarter takes it over with its value',
    true,
  ).optional(),
  ...provenance,
});

/** A total that is computed from other facts, so that it can be shown with its sum. */
export const summedFact = z.strictObject({
  label: field(text, 'what the total is, in words', 'new street furniture'),
  sum: field(z.array(id).min(2), 'the facts of this file that it is the sum of', ['benches', 'bins']),
  published: field(
    z.number().nullable(),
    'the total as published, if it was: the sum must agree with it',
    15,
  ).optional(),
  source: source.optional(),
});
