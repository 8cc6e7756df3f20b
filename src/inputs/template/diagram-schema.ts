import * as z from 'zod';
import { field, id, markup, text } from '../../schema/schema-parts.js';
import { notes } from '../../schema/insert-parts.js';

const box = z
  .strictObject({
    id: field(id, 'by which arrows name it', 'visits'),
    title: field(text, 'its first line, in bold', 'Site visits'),
    text: field(z.array(text), 'shorter lines under the title', [
      'Once a month',
      'By the central team',
    ]).optional(),
    emphasis: field(z.boolean(), 'drawn with a stronger outline', true).optional(),
  })
  .describe('one box');

const arrow = z
  .strictObject({
    from: field(id, 'the box where it begins', 'visits'),
    to: field(id, 'the box to which it points', 'report'),
    label: field(text, 'a word or two on it', 'feed').optional(),
    both: field(z.boolean(), 'whether it points at both ends', true).optional(),
  })
  .describe('one arrow');

export const diagramSchema = z
  .strictObject({
    title: field(markup, 'what it shows', 'How performance is managed'),
    alternative: field(
      markup,
      'what a person who cannot see it must be told: more than its title',
      'Monthly site visits feed a quarterly report, which the panel discusses.',
    ),
    rows: z
      .array(z.array(box).min(1).describe('a row of boxes, from left to right'))
      .min(1)
      .describe('the boxes as they are arranged, row by row'),
    arrows: z.array(arrow).describe('what leads from box to box').optional(),
    notes,
  })
  .describe('A diagram: boxes in rows, and arrows between them');
