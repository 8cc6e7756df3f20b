import * as z from 'zod';
import { field } from '../../schema/field.js';
import { date, id, markup, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { appendixFields } from '../template/appendix-schema.js';
import { numberingStart } from '../template/numbering-start.js';
import { exempt } from './exempt-schema.js';

const paragraph = field(
  z.string().min(1),
  'one numbered paragraph with its lists, under a |; its key is the label that references use',
  'The team put in {{facts.benches}} benches. {{ref "visits-text"}} says how many people came.\n',
);

const clearance = z
  .strictObject({
    name: field(text, 'the person who cleared it', 'Head of Finance'),
    date: field(date, 'the day of the clearance', '2024-10-24'),
  })
  .describe('one clearance');

const paperAppendix = z
  .strictObject({
    title: field(text, 'the heading of an appendix that the template does not have', 'The sites').optional(),
    text: field(
      z.string().min(1),
      'the text of an appendix that the template does not have, under a |',
      'The gates are counted by hand.\n',
    ).optional(),
    ...appendixFields,
  })
  .describe('one appendix');

export const paperSchema = z
  .strictObject({
    meeting: field(
      withNames(z.string().min(1), 'meetings'),
      'the meeting that the paper is for, by its name in meetings.yaml',
      '2024-11-05',
    ),
    'also-for': field(
      z.array(withNames(z.string().min(1), 'meetings')).min(1),
      'further meetings that consider the same paper',
      ['2024-11-19'],
    ).optional(),
    status: field(z.enum(['draft', 'final']), 'the status; every page of a draft is marked DRAFT', 'draft'),
    'made-at': field(
      date,
      'the date in the output files: the same data with the same date gives identical files',
      '2024-10-25',
    ),
    published: field(date, 'the day of publication', '2024-10-25').optional(),
    urgency: field(
      text,
      'the reason for publishing later than the notice period allows; printed in the header block',
      'The storm of 3 November closed two parks.',
    ).optional(),
    exempt: exempt.optional(),
    'also-public': field(
      z.array(text),
      'words and numbers of exempt parts that may stand in the public edition, because they are public',
      ['Northmere Leisure', '1,200,000'],
    ).optional(),
    'key-decision': z
      .union([
        z.literal(false),
        z.strictObject({
          announced: field(date, 'the day on which the key decision was announced', '2024-10-01'),
        }),
      ])
      .describe(
        'the key decision of an executive that the paper asks for, or false; printed in the header block',
      )
      .meta({ examples: [{ announced: '2024-10-01' }, false] })
      .optional(),
    'private-meeting': z
      .strictObject({
        announced: field(
          date,
          'the day on which the notice of the private meeting was published',
          '2024-10-01',
        ),
      })
      .describe('for an exempt paper of an executive: the notice of the meeting without the public')
      .optional(),
    clearance: withNames(
      z
        .record(id, clearance)
        .describe('the clearances, such as finance and legal; printed in the header block'),
      'clearances',
    ).optional(),
    'accessibility-checked': z
      .array(
        z
          .strictObject({
            by: field(text, 'the person or the team who checked', 'Accessibility team'),
            on: field(date, 'the day of the check', '2024-10-24'),
            what: field(
              text,
              'what was checked, in a sentence',
              'Read aloud with NVDA from the title to the last table.',
            ),
          })
          .describe('one check'),
      )
      .min(1)
      .describe(
        'checks of accessibility by people; the conformance statement of an issued version lists them',
      )
      .optional(),
    appendices: withNames(
      z
        .record(id, paperAppendix)
        .describe("appendices of this paper only, and those of the template's that are to follow"),
      'appendices',
    ).optional(),
    numbering: z
      .strictObject({ start: numberingStart })
      .describe('the numbering of this paper, where it differs from the template')
      .optional(),
    description: field(
      markup,
      'one sentence about the paper; it becomes the subject of the PDF',
      'Report {{paper.number}} of the meeting on {{meeting.date}}: how the parks were used.',
    ),
    keywords: field(z.array(text), 'keywords for library catalogues', ['parks', 'satisfaction']).optional(),
    marking: field(
      text.nullable(),
      'the protective marking that is printed on every page; empty for none',
      'NOT PROTECTIVELY MARKED',
      'OFFICIAL',
    ).optional(),
    header: withNames(
      z
        .record(
          id,
          field(markup, 'the value of the field', 'Head of Parks', 'To note {{facts.benches}} benches'),
        )
        .describe('the header block, by the names of its fields in the template'),
      'header fields',
    ).optional(),
    unreviewed: field(
      z.array(withNames(id, 'labels')).nullable(),
      'the labels of paragraphs that were carried over from an earlier paper and still need review',
      ['summary-text', 'next-steps'],
    ).optional(),
    narrative: withNames(
      z
        .record(id, z.record(id, paragraph).describe('the paragraphs of one group, by label, in order'))
        .describe(
          'the text of this period, by group and label; the template decides where each group is printed',
        ),
      'narrative groups',
    ).optional(),
    'switched-off': withNames(
      z
        .record(
          id,
          field(text, 'the reason, in a sentence', 'The committee asked to keep the layout of the table.'),
        )
        .describe(
          'rules that are switched off for this paper, each with its reason; the archive records them',
        ),
      'rules',
    ).optional(),
  })
  .describe('A paper: its meeting, its header and its text for this period');
