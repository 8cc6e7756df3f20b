import * as z from 'zod';
import { field, id, qualifier, text, unit } from '../../schema/schema-parts.js';

const survey = z
  .strictObject({
    name: field(text, 'the name of the survey', 'Residents’ Survey'),
    population: field(text, 'who is asked, as it reads after "of"', 'adults in Northmere'),
    method: field(text, 'how they are asked, as it reads in a sentence', 'face to face').optional(),
    'interviews-a-year': z
      .strictObject({
        value: field(z.number().int().positive(), 'how many interviews are held in twelve months', 4800),
        qualifier: qualifier.optional(),
        assumed: field(
          text,
          'what had to be assumed of it, and why; the paper prints it',
          'The source does not say over what time; a year is assumed.',
        ).optional(),
        source: field(text, 'who published it, and where', 'Residents’ Survey 2024, page 3'),
      })
      .describe('the base of each rolling figure that gives none of its own')
      .optional(),
    'design-effect': field(
      z.number().positive(),
      'how much larger variances are than in a simple random sample; left out where it is not known',
      1.3,
    ).optional(),
    'minimum-base': field(
      z.number().int().positive(),
      'no result is printed for fewer people than this',
      50,
    ).optional(),
  })
  .describe('a survey that several measures come from');

const target = z
  .strictObject({
    value: field(z.number(), 'the target: a percentage for percentages', 62),
    tolerance: field(
      z.number().min(0),
      'by how many per cent of itself it may be missed and count as at risk, where no interval is known',
      2,
    ).optional(),
    source: field(text, 'who set it, and where', 'Corporate plan 2024/25, page 12'),
  })
  .describe('what is to be reached by the end of the financial year');

const measure = z.strictObject({
  kind: field(
    z.enum([
      'rolling-survey',
      'area-ranking',
      'group-gap',
      'count-to-date',
      'rate',
      'detection-rate',
      'control-chart',
      'shares',
    ]),
    'how it is computed',
    'rolling-survey',
    'count-to-date',
  ),
  label: field(text, 'its name in tables', 'Satisfied with parks'),
  short: field(text, 'a shorter name for charts; its label unless said', 'Satisfied').optional(),
  question: field(
    text,
    'the question asked, where it comes from a survey',
    'How satisfied are you with the parks in your ward?',
  ).optional(),
  unit,
  'better-when': field(
    z.enum(['higher', 'lower', 'neither']),
    'which way is better: it decides what counts as an improvement',
    'higher',
  ),
  survey: field(id, 'the survey it comes from, by its name under surveys:', 'residents').optional(),
  'compare-with': field(
    z.union([
      z.enum(['previous-year-end', 'previous-quarter', 'same-quarter-last-year']),
      z.string().regex(/^\d{4}-\d{2}-q[1-4]$/, 'a quarter such as 2007-08-q4'),
    ]),
    'the earlier period that change is measured from, or a quarter such as 2007-08-q4',
    'previous-year-end',
    'same-quarter-last-year',
    '2007-08-q4',
  ).optional(),
  target: target.optional(),
  ends: field(
    z.number().int().positive(),
    'how many areas each end of a ranking shows; 5 unless said',
    5,
  ).optional(),
  reference: field(id, 'of a gap: the group from which the other is subtracted', 'over-40').optional(),
  other: field(id, 'of a gap: the group that is subtracted', 'under-40').optional(),
  numerator: field(id, 'of a rate: the count that is divided', 'fines').optional(),
  denominator: field(id, 'of a rate: the population or count it is divided by', 'households').optional(),
  per: field(z.number().positive(), 'of a rate: for how many people', 1000).optional(),
  dispersion: field(
    z.number().min(1),
    'how much more counts vary than chance alone would make them; 1 unless said',
    1.8,
  ).optional(),
  source: field(text, 'who measures it, and how', 'Residents’ Survey, rolling twelve months'),
});

export const measuresSchema = z
  .strictObject({
    surveys: z.record(id, survey).describe('the surveys, by the name that measures use').optional(),
    measures: z
      .record(id, measure.describe('one measure'))
      .describe('the measures, by the name that data and templates use'),
    units: field(z.array(text), 'nouns that the papers count: a number in words before one is a figure', [
      'ward',
      'wards',
      'visit',
      'visits',
    ]).optional(),
  })
  .describe('What each indicator means: the same in every quarter');
