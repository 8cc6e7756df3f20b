import * as z from 'zod';
import { date, field, id, markup, text } from './parts.js';

const paragraph = field(
  z.string().min(1),
  'one numbered paragraph, with any lists in it, under a |; its key is the label by which others cite it',
  'The team put in {{facts.benches}} benches. {{ref "visits-text"}} says how many people came.\n',
);

export const paperSchema = z
  .strictObject({
    meeting: field(z.string().min(1), 'the meeting it is for, by its name in meetings.yaml', '2024-11-05'),
    status: field(z.enum(['draft', 'final']), 'a draft carries the draft mark on every page', 'draft'),
    'made-at': field(
      date,
      'the date that the files carry, so that the same inputs give the same bytes',
      '2024-10-25',
    ),
    published: field(date, 'the day on which it is published', '2024-10-25').optional(),
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
