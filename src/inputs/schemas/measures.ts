import * as z from 'zod';
import { id, text, unit } from './parts.js';

const survey = z
  .strictObject({
    name: text.describe('the name of the survey'),
    population: text.describe('who is asked, as it reads after "of": "adults in London"'),
    method: text.describe('how they are asked, as it reads in a sentence: "face to face"').optional(),
    'interviews-a-year': z
      .strictObject({
        value: z.number().int().positive().describe('how many interviews are held in twelve months'),
        qualifier: z
          .enum(['about', 'approximately', 'over', 'under', 'nearly', 'at least'])
          .describe('how precise it is')
          .optional(),
        assumed: text.describe('what had to be assumed of it, and why').optional(),
        source: text.describe('who published it, and where'),
      })
      .describe('the base of each rolling figure that gives none of its own')
      .optional(),
    'design-effect': z
      .number()
      .positive()
      .describe('how much larger variances are than in a simple random sample; left out where it is not known')
      .optional(),
    'minimum-base': z
      .number()
      .int()
      .positive()
      .describe('no result is printed for fewer people than this')
      .optional(),
  })
  .describe('a survey that several measures come from');

const target = z
  .strictObject({
    value: z.number().describe('the target: a percentage for percentages'),
    tolerance: z
      .number()
      .min(0)
      .describe('by how many per cent of itself it may be missed and count as at risk, where no interval is known')
      .optional(),
    source: text.describe('who set it, and where'),
  })
  .describe('what is to be reached by the end of the financial year');

export const measuresSchema = z
  .strictObject({
    surveys: z.record(id, survey).describe('the surveys, by the name that measures use').optional(),
    measures: z
      .record(
        id,
        z.strictObject({
          kind: z
            .enum([
              'rolling-survey',
              'area-ranking',
              'group-gap',
              'count-to-date',
              'rate',
              'detection-rate',
              'control-chart',
              'shares',
            ])
            .describe('how it is computed'),
          label: text.describe('its name in tables'),
          short: text.describe('a shorter name for charts').optional(),
          question: text.describe('the question asked, where it comes from a survey').optional(),
          unit,
          'better-when': z.enum(['higher', 'lower', 'neither']).describe('which way is better'),
          survey: id.describe('the survey it comes from').optional(),
          'compare-with': z
            .union([
              z.enum(['previous-year-end', 'previous-quarter', 'same-quarter-last-year']),
              z.string().regex(/^\d{4}-\d{2}-q[1-4]$/, 'a quarter such as 2007-08-q4'),
            ])
            .describe('the earlier period that change is measured from, or a quarter such as 2007-08-q4')
            .optional(),
          target: target.optional(),
          ends: z.number().int().positive().describe('how many areas each end of a ranking shows').optional(),
          reference: id.describe('of a gap: the group from which the other is subtracted').optional(),
          other: id.describe('of a gap: the group that is subtracted').optional(),
          numerator: id.describe('of a rate: the count that is divided').optional(),
          denominator: id.describe('of a rate: the population or count it is divided by').optional(),
          per: z.number().positive().describe('of a rate: for how many people, such as 1000').optional(),
          dispersion: z
            .number()
            .min(1)
            .describe('how much more counts vary than chance alone would make them; 1 unless said')
            .optional(),
          source: text.describe('who measures it, and how'),
        }),
      )
      .describe('the measures, by the name that data and templates use'),
    units: z
      .array(text)
      .describe('nouns that the papers count, such as borough and boroughs: a number in words before one is a figure')
      .optional(),
  })
  .describe('What each indicator means: the same in every quarter');
