import * as z from 'zod';
import {
  answers,
  countFigure,
  date,
  designEffect,
  field,
  id,
  percentFigure,
  statedFact,
  summedFact,
  text,
} from '../../schema/schema-parts.js';

const source = field(
  text.nullable(),
  'who published these figures, and where; empty while they are to come',
  'Residents’ Survey 2024, page 3',
);
const period = field(
  text.nullable(),
  'the time that these figures are about, where it is not the quarter',
  'December 2024',
  'financial year 2024/25 to the end of Q3',
);

export const surveySchema = z
  .strictObject({
    source,
    'design-effect': designEffect.optional(),
    rolling: z
      .record(id, percentFigure)
      .describe('published results over the twelve months that end with this quarter, by measure')
      .optional(),
    waves: z
      .record(id, answers)
      .describe('answers of the interviews of this quarter alone, by measure')
      .optional(),
    groups: z
      .record(id, z.record(id, answers).describe('the answers of each group, by its name'))
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
        z
          .strictObject({
            of: field(z.number().int().positive(), 'how many areas there are, published or not', 32),
            'equal-bases': field(
              text.nullable(),
              "why the survey's interviews are assumed to be spread equally over the areas",
              'The source gives no bases by area.',
            ).optional(),
            'design-effect': designEffect.optional(),
            note: field(
              text.nullable(),
              "what a reader must know of this quarter's results, printed under their table",
              'Abbey and Denton were published in another order.',
            ).optional(),
            published: z
              .record(
                text,
                field(
                  z.union([percentFigure, answers]),
                  "the area's result: a percentage, or answers counted",
                  64,
                  { base: 800, count: 512 },
                ),
              )
              .nullable()
              .describe('the published areas, by name; empty while they are to come'),
          })
          .describe('the results of one measure by area'),
      )
      .describe('results by area, by measure'),
  })
  .describe("A quarter's results by area");

export const activitySchema = z
  .strictObject({
    source,
    period: period.optional(),
    assumed: field(
      text.nullable(),
      'what had to be assumed of all of these, and why; the paper prints it',
      'The source gives no closing date; the end of the quarter is assumed.',
    ).optional(),
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
            field(z.union([countFigure, z.null()]), 'the count; empty where the month was not counted', 441),
          )
          .nullable()
          .describe('the counts of one measure, by month as YYYY-MM'),
      )
      .describe('counts by month, by measure; empty while the months are to come')
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
        z
          .record(
            id,
            z
              .strictObject({
                label: field(text, 'the part in words, as it reads in a list', 'under 40'),
                percent: percentFigure,
              })
              .describe('one part of the whole'),
          )
          .describe('the parts of one whole, by a short name of your choice'),
      )
      .describe('parts of a whole in percent, by measure'),
  })
  .describe("A quarter's shares: parts of one whole");

export const factsSchema = z
  .strictObject({
    source,
    facts: z
      .record(id, z.union([statedFact, summedFact]).describe('a stated figure, or the sum of others'))
      .describe('the figures, by the name that the text uses'),
  })
  .describe('Other figures that the text states');

export const eventsSchema = z
  .strictObject({
    source,
    from: field(date.nullable(), 'the first day of the period; empty while it is to come', '2024-11-04'),
    to: field(date.nullable(), 'its last day; empty while it is to come', '2024-11-10'),
    events: z
      .array(
        z
          .strictObject({
            name: field(text, 'as it reads in a list within a sentence', 'the autumn fair'),
            date: field(date, 'its day, where it is known', '2024-11-09').optional(),
          })
          .describe('one event'),
      )
      .nullable()
      .describe('in the order in which the paper lists them; empty while they are to come'),
  })
  .describe('Events that demand officers');

export const commitmentsSchema = z
  .strictObject({
    source,
    unreviewed: field(
      z.array(id).nullable(),
      'those carried over from an earlier quarter that nobody has dealt with yet, by their names',
      ['replant-avenue'],
    ).optional(),
    commitments: z
      .record(
        id,
        z
          .strictObject({
            what: field(text, 'what will be done', 'Replant the avenue'),
            owner: field(text, 'who will do it', 'Head of Parks', 'Not stated'),
            due: field(text, 'by when, in words or as YYYY-MM-DD', 'March 2025', '2025-03-31'),
          })
          .describe('one promise'),
      )
      .describe('what is promised, by a short name of your choice, in the order in which the paper lists it'),
  })
  .describe('What has been promised, by whom and by when');

const areaName = field(text, 'the area, as it reads in a list within a sentence', 'the repair of paths');

export const performanceAreasSchema = z
  .strictObject({
    source,
    'off-course': z
      .record(id, areaName)
      .nullable()
      .describe('the areas not on course to meet their target; empty while they are to come, {} for none'),
    'under-attention': z
      .record(id, areaName)
      .nullable()
      .describe('other areas given attention and resources; empty while they are to come, {} for none')
      .optional(),
  })
  .describe('Critical performance areas: those not named are on course');
