import * as z from 'zod';
import { date, id, text } from './parts.js';

export const organisationSchema = z
  .strictObject({
    name: text.describe('the authority whose committees meet'),
    short: text.describe('its usual short form'),
    language: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a language tag such as en-GB')
      .describe('the language of its papers, such as en-GB'),
    committees: z.record(id, text).describe('its committees by a short name of your choice'),
    areas: z
      .strictObject({
        count: z.number().int().positive().describe('how many there are'),
        singular: text.describe('"borough"'),
        plural: text.describe('"boroughs"'),
      })
      .describe('what its district is divided into'),
    acronyms: z
      .record(z.string().regex(/^\S+$/, 'a term without spaces'), text)
      .describe('what each acronym stands for; the paper expands it where it first stands'),
    names: z
      .array(z.union([text, z.number()]))
      .describe('names made of capitals or digits, which are not acronyms or figures: G20, 999')
      .optional(),
    contacts: z
      .record(
        id,
        z.strictObject({
          name: text.describe('who answers'),
          telephone: z
            .union([text, z.number()])
            .describe('the number, in quotes, spaced as it should be printed'),
        }),
      )
      .describe('whom readers can ring'),
    notice: z
      .strictObject({
        days: z
          .number()
          .int()
          .min(0)
          .describe('how many clear days before a meeting its papers must be published: neither day counts'),
        'working-days': z.boolean().describe('whether weekends and bank holidays are left out of the count'),
      })
      .describe('the notice that papers need; left out where none is laid down')
      .optional(),
    'bank-holidays': z.array(date).describe('days on which offices are shut, besides weekends').optional(),
    retention: z
      .strictObject({
        reports: z.number().int().positive().describe('for how many years reports stay open to inspection'),
        'background-papers': z
          .number()
          .int()
          .positive()
          .describe('for how many years background papers stay open to inspection'),
      })
      .describe('how long the public may inspect papers, in years that begin with the date of the meeting')
      .optional(),
    successor: z
      .strictObject({
        name: text.describe('the body that replaced the authority'),
        notice: text.describe('what a reader of its archive is told'),
      })
      .describe('where the authority has been replaced')
      .optional(),
  })
  .describe('What is true of the whole authority, whatever the quarter');
