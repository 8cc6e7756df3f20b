import * as z from 'zod';
import { countFigure, date, id, percentFigure, statedFact, summedFact, text } from './parts.js';

const source = text.describe('who published these figures, and where');
const period = text.describe('the time that these figures are about, where it is not the quarter');

export const surveySchema = z
  .strictObject({
    source,
    rolling: z
      .record(id, percentFigure)
      .describe('survey results over the twelve months that end with this quarter, by measure'),
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
          published: z.record(text, percentFigure).describe('the published areas, by name'),
        }),
      )
      .describe('results by area, by measure'),
  })
  .describe("A quarter's results by area");

export const activitySchema = z
  .strictObject({
    source,
    period: period.optional(),
    assumed: text.describe('what had to be assumed of all of these, and why').optional(),
    'to-date': z
      .record(id, countFigure)
      .describe('counts from 1 April to the end of the quarter, by measure')
      .optional(),
    'in-quarter': z.record(id, countFigure).describe('counts within the quarter, by measure').optional(),
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
    from: date.describe('the first day of the period'),
    to: date.describe('its last day'),
    events: z
      .array(
        z.strictObject({
          name: text.describe('as it reads in a list within a sentence'),
          date: date.describe('its day, where it is known').optional(),
        }),
      )
      .describe('in the order in which the paper lists them'),
  })
  .describe('Events that demand officers');

export const commitmentsSchema = z
  .strictObject({
    source,
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
      .describe('the areas not on course to meet their target, as they read in a list'),
    'under-attention': z
      .record(id, text)
      .describe('other areas given attention and resources, as they read in a list')
      .optional(),
  })
  .describe('Critical performance areas: those not named are on course');
