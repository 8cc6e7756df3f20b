import * as z from 'zod';
import { field } from '../../schema/field.js';
import { id, markup, text } from '../../schema/scalars.js';
import { notes } from '../../schema/insert-fields.js';

const box = z
  .strictObject({
    id: field(id, 'the name that arrows use', 'visits'),
    title: field(text, 'the first line, in bold', 'Site visits'),
    text: field(z.array(text), 'shorter lines under the title', [
      'Once a month',
      'By the central team',
    ]).optional(),
    emphasis: field(z.boolean(), 'true for a stronger outline', true).optional(),
  })
  .describe('one box');

const arrow = z
  .strictObject({
    from: field(id, 'the box where the arrow starts', 'visits'),
    to: field(id, 'the box that it points to', 'report'),
    label: field(text, 'one or two words on the arrow', 'feed').optional(),
    both: field(z.boolean(), 'true for an arrow with two heads', true).optional(),
  })
  .describe('one arrow');

export const diagramSchema = z
  .strictObject({
    title: field(markup, 'the title: what the diagram shows', 'How performance is managed'),
    alternative: field(
      markup,
      'a description for people who cannot see the diagram: more than its title',
      'Monthly site visits feed a quarterly report, which the panel discusses.',
    ),
    rows: z
      .array(z.array(box).min(1).describe('a row of boxes, from left to right'))
      .min(1)
      .describe('the boxes, row by row'),
    arrows: z.array(arrow).describe('the arrows between boxes').optional(),
    notes,
  })
  .describe('A diagram: boxes in rows, and arrows between them');
