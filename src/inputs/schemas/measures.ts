import * as z from 'zod';
import { id, text, unit } from './parts.js';

export const measuresSchema = z
  .strictObject({
    measures: z
      .record(
        id,
        z.strictObject({
          kind: z
            .enum(['rolling-survey', 'area-ranking', 'count-to-date', 'shares'])
            .describe('how it is computed'),
          label: text.describe('its name in tables'),
          short: text.describe('a shorter name for charts').optional(),
          question: text.describe('the question asked, where it comes from a survey').optional(),
          unit,
          'better-when': z.enum(['higher', 'lower', 'neither']).describe('which way is better'),
          'compare-with': z
            .enum(['previous-year-end', 'previous-quarter'])
            .describe('the earlier period that change is measured from')
            .optional(),
          ends: z.number().int().positive().describe('how many areas each end of a ranking shows').optional(),
          source: text.describe('who measures it, and how'),
        }),
      )
      .describe('the measures, by the name that data and templates use'),
  })
  .describe('What each indicator means: the same in every quarter');
