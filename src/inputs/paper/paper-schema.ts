import * as z from 'zod';
import { date, field, id, identifier, markup, text } from '../../schema/schema-parts.js';

const paragraph = field(
  z.string().min(1),
  'one numbered paragraph, with any lists in it, under a |; its key is the label by which others cite it',
  'The team put in {{facts.benches}} benches. {{ref "visits-text"}} says how many people came.\n',
);

const clearance = z
  .strictObject({
    name: field(text, 'who cleared it', 'Head of Finance'),
    date: field(date, 'on which day', '2024-10-24'),
  })
  .describe('one clearance');

export const paperSchema = z
  .strictObject({
    meeting: field(z.string().min(1), 'the meeting it is for, by its name in meetings.yaml', '2024-11-05'),
    'also-for': field(z.array(z.string().min(1)).min(1), 'further meetings that the same paper goes to', [
      '2024-11-19',
    ]).optional(),
    status: field(z.enum(['draft', 'final']), 'a draft carries the draft mark on every page', 'draft'),
    'made-at': field(
      date,
      'the date that the files carry, so that the same inputs give the same bytes',
      '2024-10-25',
    ),
    published: field(date, 'the day on which it is published', '2024-10-25').optional(),
    urgency: field(
      text,
      'why it is published later than the notice of a meeting allows; printed in the header block',
      'The storm of 3 November closed two parks.',
    ).optional(),
    exempt: z
      .strictObject({
        paragraph: field(
          identifier,
          'the paragraph of Schedule 12A to the Local Government Act 1972 that exempts it',
          3,
        ).optional(),
      })
      .describe('where it is considered without the public; printed in the header block')
      .optional(),
    clearance: z
      .record(id, clearance)
      .describe('who has cleared it for finance, law and the like; printed in the header block')
      .optional(),
    'to-follow': z
      .record(id, field(date, 'the day by which it will follow', '2024-11-01'))
      .describe('appendices that are published later, by their name in the template')
      .optional(),
    description: field(
      markup,
      "one sentence on what the paper is: the PDF's subject",
      'Report {{paper.number}} of the meeting on {{meeting.date}}: how the parks were used.',
    ),
    keywords: field(z.array(text), 'for library catalogues', ['parks', 'satisfaction']).optional(),
    marking: field(text, 'printed on every page', 'NOT PROTECTIVELY MARKED', 'OFFICIAL').optional(),
    header: z
      .record(id, field(markup, "the field's value", 'Head of Parks', 'To note {{facts.benches}} benches'))
      .describe('the header block, by the fields of the template')
      .optional(),
    unreviewed: field(
      z.array(id).nullable(),
      'the labels of paragraphs carried over from an earlier paper that nobody has dealt with yet',
      ['summary-text', 'next-steps'],
    ).optional(),
    narrative: z
      .record(id, z.record(id, paragraph).describe('the paragraphs of one group, by their labels, in order'))
      .describe("the quarter's own words, by group and label; the template says where each group stands")
      .optional(),
    'switched-off': z
      .record(
        id,
        field(text, 'why not, in a sentence', 'The committee asked for the table as it has always been.'),
      )
      .describe('rules that this paper does not keep, each with the reason, which the archive records')
      .optional(),
  })
  .describe('A paper: its meeting, its header and what its author says this quarter');
