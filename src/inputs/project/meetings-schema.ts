import * as z from 'zod';
import { date, field, id, identifier, text } from '../../schema/schema-parts.js';

const tabled = z
  .strictObject({
    title: field(text, 'as on its first page', 'Parks update'),
    number: field(
      identifier,
      'its report number; left out until it is given: every reference to the paper follows',
      8,
      '12a',
    ).optional(),
    author: field(text, 'in whose name it is tabled', 'Head of Parks'),
    'to-follow': field(
      z.boolean(),
      'whether it is published later than the agenda; papers that cite it say so',
      true,
    ).optional(),
  })
  .describe('one paper');

export const meetingsSchema = z
  .strictObject({
    meetings: z
      .record(
        z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower case letters, digits and hyphens'),
        z
          .strictObject({
            committee: field(id, 'a committee of organisation.yaml', 'parks'),
            date: field(date, 'the day of the meeting', '2024-11-05'),
            papers: z.record(id, tabled).describe('the papers tabled, by a short name of your choice'),
          })
          .describe('one meeting'),
      )
      .describe('the meetings, by their date or a name; papers cite each other through this list'),
  })
  .describe('Each meeting, and the papers tabled for it');
