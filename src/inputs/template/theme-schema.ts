import * as z from 'zod';
import { field } from '../../schema/field.js';
import { layoutSchema } from './layout-schema.js';

const points = z.number().positive();
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as "#0b3c6f", in quotes');

export const themeSchema = z
  .strictObject({
    page: z
      .strictObject({
        size: field(z.literal('A4'), 'the paper size', 'A4'),
        margins: z
          .strictObject({
            left: field(points, 'in points: 72 to an inch', 72),
            top: field(points, 'in points; it contains the running head', 84),
            right: field(points, 'in points', 72),
            bottom: field(points, 'in points; it contains the foot', 72),
          })
          .describe('the space around the text'),
      })
      .describe('the page of the PDF'),
    text: z
      .strictObject({
        size: field(points, 'of running text, in points', 11),
        'line-height': field(z.number().min(1).max(2), 'from line to line, as a multiple of the size', 1.35),
        small: field(points, 'of notes and captions, in points', 9),
        hang: field(points, 'the width in points of the margin in which paragraph numbers hang', 30),
      })
      .describe('the size and spacing of text'),
    headings: z
      .strictObject({
        title: field(points, "of the paper's title, in points", 20),
        section: field(points, "of a section's heading, in points", 15),
        sub: field(points, 'of the headings within a section, in points', 12),
      })
      .describe('the sizes of headings'),
    colours: z
      .strictObject({
        ink: field(colour, 'of text', '#1a1a1a'),
        soft: field(colour, 'of notes, captions and other secondary text', '#55606b'),
        accent: field(colour, 'of headings and links', '#0b3c6f'),
        rule: field(colour, 'of lines between parts of the page', '#8a949e'),
        hairline: field(colour, "of a table's inner lines and a chart's grid", '#d5dae0'),
        tint: field(colour, "behind a table's head and highlighted boxes", '#eef3f8'),
        draft: field(colour, 'of the word DRAFT behind the page', '#8a8f94'),
        series: field(z.array(colour).min(1), 'for lines, bars and dots, in order of use', [
          '#0b3c6f',
          '#b3541e',
        ]),
      })
      .describe('each as # and six hexadecimal digits, in quotes'),
    layout: layoutSchema,
  })
  .describe('the look that all papers share');
