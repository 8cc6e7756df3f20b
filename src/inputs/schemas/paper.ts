import * as z from 'zod';
import { date, id, markup, text } from './parts.js';

export const paperSchema = z
  .strictObject({
    meeting: z.string().min(1).describe('a meeting of meetings.yaml, such as 2009-04-02'),
    status: z.enum(['draft', 'final']).describe('a draft carries the draft mark on every page'),
    'made-at': date.describe('the date that the files carry, so that the same inputs give the same bytes'),
    published: date.describe('the day on which it is published').optional(),
    description: markup.describe("one sentence on what the paper is: the PDF's subject"),
    keywords: z.array(text).describe('for library catalogues').optional(),
    marking: text.describe('printed on every page, such as NOT PROTECTIVELY MARKED').optional(),
    header: z.record(id, markup).describe('the header block, by the fields of the template').optional(),
    unreviewed: z
      .array(id)
      .nullable()
      .describe('the labels of paragraphs carried over from an earlier paper that nobody has dealt with yet')
      .optional(),
    narrative: z
      .record(
        id,
        z.record(id, z.string().min(1).describe('one numbered paragraph, with any lists in it, under a |')),
      )
      .describe("the quarter's own words, by section and label")
      .optional(),
    'switched-off': z
      .record(id, text)
      .describe('rules that this paper does not keep, each with the reason, which the archive records')
      .optional(),
  })
  .describe('A paper: its meeting, its header and what its author says this quarter');
