import * as z from 'zod';
import { field } from '../../schema/field.js';
import { layoutSchema } from './layout-schema.js';
import { STANDARD_SETS } from '../../model/pdf-standards.js';
import { pdfSchema } from './pdf-schema.js';
import { setting, settings } from './setting.js';
import { typefaceSchema } from './typeface-schema.js';

const points = z.number().positive();
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as "#0b3c6f", in quotes');

export const themeSchema = z
  .strictObject({
    typeface: typefaceSchema.default('Source Sans'),
    page: settings('the page of the PDF', {
      size: field(z.enum(['A4', 'Letter']).default('A4'), 'the paper size', 'A4'),
      margins: settings('the space around the text', {
        left: setting(points, 'in points: 72 to an inch', 76),
        top: setting(points, 'in points; it contains the running head', 78),
        right: setting(points, 'in points', 88),
        bottom: setting(points, 'in points; it contains the foot', 76),
      }),
    }),
    text: settings('the size and spacing of text', {
      size: setting(points, 'of running text, in points', 11.5),
      'line-height': setting(z.number().min(1).max(2), 'from line to line, as a multiple of the size', 1.35),
      small: setting(points, 'of notes and captions, in points', 9.5),
      hang: setting(points, 'the width in points of the margin in which paragraph numbers hang', 52),
    }),
    headings: settings('the sizes of headings', {
      title: setting(points, "of the paper's title, in points", 25),
      section: setting(points, "of a section's heading, in points", 18),
      sub: setting(points, 'of the headings within a section, in points', 14.5),
    }),
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
    pdf: pdfSchema.default({ standards: [...STANDARD_SETS['PDF 1.7']] }),
  })
  .describe('the look that all papers share');
