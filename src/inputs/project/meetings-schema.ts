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
      z.union([z.boolean(), text]),
      'true if it is published later than the agenda, or the reason in a sentence; papers that cite it say so',
      true,
      'The audit ends on 1 November.',
    ).optional(),
  })
  .describe('one paper');

const item = z
  .strictObject({
    paper: field(
      withNames(id, 'papers'),
      'the paper of the item, by its name under `papers`, which has its number and title',
      'parks-update',
    ).optional(),
    title: field(text, 'the title of an item without a paper', 'Apologies for absence').optional(),
    number: field(identifier, 'the number of an item without a paper', 1, '2a').optional(),
    text: field(text, 'words under the title', 'To receive any apologies.').optional(),
  })
  .describe('one item: a paper, or a title');

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
            time: field(text, 'when it starts, as the agenda prints it', '6.30 pm').optional(),
            venue: field(text, 'where it is held', 'Committee Room 1, Town Hall').optional(),
            papers: withNames(
              z.record(id, tabled).describe('the papers of the meeting, by a short name of your choice'),
              'papers',
            ),
            agenda: z
              .array(item)
              .min(1)
              .describe(
                'the items in the order of the meeting; papers that it does not list come last, by number',
              )
              .meta({ examples: [[{ title: 'Apologies for absence' }, { paper: 'parks-update' }]] })
              .optional(),
          })
          .describe('one meeting'),
      )
      .describe('the meetings, by their date or another name; papers cite other papers through this list'),
  })
  .describe('The meetings and their papers');
