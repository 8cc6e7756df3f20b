import * as z from 'zod';
import { measureSchema } from '../../indicators/kinds/index.js';
import { field } from '../../schema/field.js';
import { designEffectValue, id, qualifier, text } from '../../schema/scalars.js';

const survey = z
  .strictObject({
    name: field(text, 'the name of the survey', 'Residents’ Survey'),
    population: field(text, 'the people who are asked, in words that fit after "of"', 'adults in Northmere'),
    method: field(text, 'how they are asked, in words that fit a sentence', 'face to face').optional(),
    'interviews-a-year': z
      .strictObject({
        value: field(z.number().int().positive(), 'how many interviews are held in twelve months', 4800),
        qualifier: qualifier.optional(),
        assumed: field(
          text,
          'the assumption behind the number, and its reason; the paper prints it',
          'The source does not say over what time; a year is assumed.',
        ).optional(),
        source: field(text, 'who published it, and where', 'Residents’ Survey 2024, page 3'),
      })
      .describe('the base of each rolling figure that states no base')
      .optional(),
    'design-effect': field(
      designEffectValue,
      'the variance, as a multiple of that in a simple random sample, usually from 1 to 3; leave it out if it is not known',
      1.3,
    ).optional(),
    'minimum-base': field(
      z.number().int().positive(),
      'the smallest number of people for which a result is printed',
      50,
    ).optional(),
  })
  .describe('a survey that several measures come from');

const ownUnit = z
  .strictObject({
    singular: field(text, 'the noun after the number 1', 'tonne'),
    plural: field(text, 'the noun after other numbers', 'tonnes'),
  })
  .describe('a unit of your own; its name is its singular: bed day is bed-day');

export const measuresSchema = z
  .strictObject({
    surveys: z.record(id, survey).describe('the surveys, by the name that measures use').optional(),
    measures: z
      .record(id, measureSchema.describe('one measure'))
      .describe('the measures, by the name that data and templates use'),
    units: field(
      z.array(z.union([text, ownUnit])),
      'nouns that the papers count: a number in words before such a noun is a figure; { singular: …, plural: … } makes a noun a unit of figures',
      ['ward', 'wards', { singular: 'bed day', plural: 'bed days' }],
    ).optional(),
  })
  .describe('What each indicator means: the same in every period');
