import * as z from 'zod';

const points = z.number().positive().describe('a length in points');
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'a colour such as "#0b3c6f", in quotes')
  .describe('a colour such as "#0b3c6f"');

export const themeSchema = z
  .strictObject({
    page: z.strictObject({
      size: z.literal('A4'),
      margins: z.strictObject({ left: points, top: points, right: points, bottom: points }),
    }),
    text: z.strictObject({
      size: points.describe('of running text'),
      'line-height': z.number().min(1).max(2).describe('as a multiple of the size'),
      small: points.describe('of notes and captions'),
      hang: points.describe('the width of the margin in which paragraph numbers hang'),
    }),
    headings: z.strictObject({ title: points, section: points, sub: points }),
    colours: z.strictObject({
      ink: colour,
      soft: colour,
      accent: colour,
      rule: colour,
      hairline: colour,
      tint: colour,
      draft: colour,
      series: z.array(colour).min(1).describe('for lines, bars and dots, in order of use'),
    }),
  })
  .describe('One look for every edition of a paper');
