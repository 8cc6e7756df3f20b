import * as z from 'zod';
import {
  answers,
  countFigure,
  date,
  designEffect,
  id,
  percentFigure,
  statedFact,
  summedFact,
  text,
} from './parts.js';

const source = text.nullable().describe('who published these figures, and where; empty while they are to come');
const period = text.nullable().describe('the time that these figures are about, where it is not the quarter');

export const surveySchema = z
  .strictObject({
    source,
    'design-effect': designEffect.nullable().optional(),
    rolling: z
      .record(id, percentFigure)
      .describe('published results over the twelve months that end with this quarter, by measure')
      .optional(),
    waves: z
      .record(id, answers)
      .describe('answers of the interviews of this quarter alone, by measure')
      .optional(),
    groups: z
      .record(id, z.record(id, answers))
      .describe('answers of the groups that a gap compares, over this quarter alone, by measure and group')
      .optional(),
  })
  .describe("A quarter's survey results");

export const areasSchema = z
  .strictObject({
    source,
    rankings: z
      .record(
        id,
        z.strictObject({
          of: z.number().int().positive().describe('how many areas there are, published or not'),
          'equal-bases': text
            .nullable()
            .describe("why the survey's interviews are assumed to be spread equally over the areas")
            .optional(),
          'design-effect': designEffect.nullable().optional(),
          note: text
            .nullable()
            .describe("what a reader must know of this quarter's results, printed under their table")
            .optional(),
          published: z
            .record(text, z.union([percentFigure, answers]))
            .nullable()
            .describe('the published areas, by name: percentages, or answers counted; empty while they are to come'),
        }),
      )
      .describe('results by area, by measure'),
  })
  .describe("A quarter's results by area");

export const activitySchema = z
  .strictObject({
    source,
    period: period.optional(),
    assumed: text.nullable().describe('what had to be assumed of all of these, and why').optional(),
    'to-date': z
      .record(id, countFigure)
      .describe('counts from 1 April to the end of the quarter, by measure')
      .optional(),
    'in-quarter': z.record(id, countFigure).describe('counts within the quarter, by measure').optional(),
    populations: z.record(id, countFigure).describe('what rates are worked out over, by name').optional(),
    months: z
      .record(
        id,
        z
          .record(
            z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM'),
            z.union([countFigure, z.null()]),
          )
          .nullable(),
      )
      .describe(
        'counts by month, by measure; empty while the months are to come; a month is empty where it was not counted',
      )
      .optional(),
  })
  .describe("A quarter's counts");

export const sharesSchema = z
  .strictObject({
    source,
    period: period.optional(),
    shares: z
      .record(
        id,
        z.record(id, z.strictObject({ label: text.describe('the part in words'), percent: percentFigure })),
      )
      .describe('parts of a whole in percent, by measure'),
  })
  .describe("A quarter's shares: parts of one whole");

export const factsSchema = z
  .strictObject({
    source,
    facts: z
      .record(id, z.union([statedFact, summedFact]))
      .describe('the figures, by the name that the text uses'),
  })
  .describe('Other figures that the text states');

export const eventsSchema = z
  .strictObject({
    source,
    from: date.nullable().describe('the first day of the period; empty while it is to come'),
    to: date.nullable().describe('its last day; empty while it is to come'),
    events: z
      .array(
        z.strictObject({
          name: text.describe('as it reads in a list within a sentence'),
          date: date.describe('its day, where it is known').optional(),
        }),
      )
      .nullable()
      .describe('in the order in which the paper lists them; empty while they are to come'),
  })
  .describe('Events that demand officers');

export const commitmentsSchema = z
  .strictObject({
    source,
    unreviewed: z
      .array(id)
      .nullable()
      .describe('those carried over from an earlier quarter that nobody has dealt with yet, by their names')
      .optional(),
    commitments: z
      .record(
        id,
        z.strictObject({
          what: text.describe('what will be done'),
          owner: text.describe('who will do it'),
          due: text.describe('by when, in words or as YYYY-MM-DD'),
        }),
      )
      .describe('in the order in which the paper lists them'),
  })
  .describe('What has been promised, by whom and by when');

export const performanceAreasSchema = z
  .strictObject({
    source,
    'off-course': z
      .record(id, text)
      .nullable()
      .describe(
        'the areas not on course to meet their target, as they read in a list; empty while they are to come, {} for none',
      ),
    'under-attention': z
      .record(id, text)
      .nullable()
      .describe(
        'other areas given attention and resources, as they read in a list; empty while they are to come, {} for none',
      )
      .optional(),
  })
  .describe('Critical performance areas: those not named are on course');
