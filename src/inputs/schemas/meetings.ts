import * as z from 'zod';
import { date, id, identifier, text } from './parts.js';

export const meetingsSchema = z
  .strictObject({
    meetings: z
      .record(
        z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower case letters, digits and hyphens'),
        z.strictObject({
          committee: id.describe('a committee of organisation.yaml'),
          date: date.describe('the day of the meeting'),
          papers: z
            .record(
              id,
              z.strictObject({
                title: text.describe('as on its first page'),
                number: identifier
                  .describe('its report number, such as 8 or 12a; left out until it is given')
                  .optional(),
                author: text.describe('in whose name it is tabled'),
              }),
            )
            .describe('the papers tabled, by a short name of your choice'),
        }),
      )
      .describe('the meetings; papers cite each other through this list'),
  })
  .describe('Each meeting, and the papers tabled for it');
