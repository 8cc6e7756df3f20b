import * as z from 'zod';
import { field } from '../../schema/field.js';
import { date, id, identifier, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';

const tabled = z
  .strictObject({
    title: field(text, 'the title, as on the first page', 'Parks update'),
    number: field(identifier, 'the report number; leave it out until it is known', 8, '12a').optional(),
    'number-unknown': field(
      z.literal(true),
      'true if no source gives the number: papers that cite it leave it out',
      true,
    ).optional(),
    author: field(text, 'the person who presents the paper', 'Head of Parks'),
    'to-follow': field(
      z.boolean(),
      'true if it is published later than the agenda; papers that cite it say so',
      true,
    ).optional(),
  })
  .describe('one paper');

export const meetingsSchema = z
  .strictObject({
    meetings: z
      .record(
        z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
        z
          .strictObject({
            committee: field(
              withNames(id, 'committees'),
              'the committee, by its name in organisation.yaml',
              'parks',
            ),
            date: field(date, 'the day of the meeting', '2024-11-05'),
            papers: withNames(
              z.record(id, tabled).describe('the papers of the meeting, by a short name of your choice'),
              'papers',
            ),
          })
          .describe('one meeting'),
      )
      .describe('the meetings, by their date or another name; papers cite other papers through this list'),
  })
  .describe('The meetings and their papers');
