import * as z from 'zod';
import { field } from '../../schema/field.js';

const length = z.number().min(0);
/** A length that may be negative, to move a block closer to the block before it. */
const shift = z.number();
const size = z.number().positive();
const leading = z.number().min(0.8).max(2);
const share = z.number().positive().max(1);

const LINE_SPACING = "from line to line, as a multiple of the typeface's own distance";

/** The PDF's sizes and spaces. Each has a default, so that `theme.yaml` only names those that differ. */
export const layoutSchema = group('sizes and spaces of the PDF, in points; each has a default', {
  running: group('the head and foot of every page', {
    size: setting(size, 'the size of the text', 9),
    gap: setting(length, 'between the left, middle and right columns', 8),
    middle: setting(size, 'the width of the middle column, which contains the protective marking', 150),
    head: setting(length, "from the page's top edge to the head", 36),
    foot: setting(length, 'from the top of the bottom margin to the foot', 26),
  }),
  watermark: group('the word DRAFT behind the text', {
    size: setting(size, 'the size of the word', 150),
    opacity: setting(share, 'from 0, invisible, to 1, solid', 0.06),
    angle: setting(z.number(), 'in degrees; negative rises to the right', -52),
  }),
  masthead: group('the authority, the committee and the meeting, at the top of the first page', {
    size: setting(size, 'the size of the text', 10.5),
    below: setting(length, 'the space under it', 6),
    rule: setting(size, 'the thickness of the line under it', 1.4),
  }),
  title: group("the paper's title", {
    above: setting(length, 'the space over it', 20),
    below: setting(length, 'the space under it', 12),
  }),
  fields: group('the header block under the title', {
    name: setting(size, "the size of a field's name", 10),
    value: setting(size, "the size of a field's value", 10.5),
    column: setting(size, 'the width of the names, where the fields are a list', 58),
    below: setting(length, 'the space under the fields', 8),
    rule: setting(size, 'the thickness of the line under them', 0.6),
  }),
  changes: group('the note on what changed since the last version', {
    size: setting(size, 'the size of the text', 10.5),
    above: setting(length, 'the space over it', 10),
  }),
  contents: group('the contents list', {
    above: setting(length, 'the space over its heading', 12),
    larger: setting(length, "how much larger a section's line is than small text", 0.5),
    indent: setting(length, 'the indent of the headings within a section', 14),
    gap: setting(length, "the space over a section's line", 2),
  }),
  sections: group('the headings of sections and appendices', {
    above: setting(length, 'the space over the heading', 20),
    below: setting(length, 'the space under the heading', 7),
  }),
  appendices: group('appendices', {
    separate: field(z.boolean().default(false), 'true if each appendix starts a new page', true),
  }),
  headings: group('the headings within a section', {
    above: group('the space over the heading', {
      first: setting(length, 'over a heading of the first level', 11),
      lower: setting(length, 'over a heading of a lower level', 7),
    }),
    below: setting(length, 'the space under the heading', 4),
    leading: setting(leading, LINE_SPACING, 1.05),
    second: setting(share, 'the size of the second level, as a share of the first', 0.95),
    third: setting(share, 'the size of the third level, as a share of the first', 0.9),
  }),
  paragraphs: group('paragraphs', { below: setting(length, 'the space under a paragraph', 8) }),
  lists: group('lists', {
    indent: setting(length, 'from the text of paragraphs to the bullets or numbers', 6),
    above: setting(shift, 'the space over a list; negative moves it closer to its paragraph', -3),
    below: setting(length, 'the space under a list', 8),
    gap: setting(length, 'between two items', 3),
  }),
  notes: group('text between paragraphs, and the notes under tables and drawings', {
    below: setting(length, 'the space under a note between paragraphs', 8),
    leading: setting(leading, LINE_SPACING, 1.08),
  }),
  quotes: group('quotations', {
    indent: setting(length, 'from the text of paragraphs to the quotation, on both sides', 16),
    below: setting(length, 'the space under a paragraph of a quotation', 8),
  }),
  highlights: group('a row of key figures', {
    above: setting(length, 'the space over the row', 6),
    below: setting(length, 'the space under the row', 14),
    size: setting(length, 'the size of the numbers', 24),
    rule: setting(length, 'the thickness of the lines over and under the row', 0.9),
    padding: setting(length, 'the space within the lines', 6),
    gap: setting(length, 'the space between two figures', 14),
  }),
  footnotes: group('the notes at the foot of a page', {
    above: setting(length, 'the least space over the line above them', 8),
    below: setting(length, 'the space under the line', 4),
    rule: setting(length, 'the thickness of the line', 0.5),
    gap: setting(length, 'the space under each note', 2),
  }),
  captions: group('the captions of tables, charts and diagrams', {
    below: setting(length, 'the space under the caption', 5),
    leading: setting(leading, LINE_SPACING, 1.1),
  }),
  tables: group('tables', {
    above: setting(length, 'the space over a table', 4),
    below: setting(length, 'the space under a table and its notes', 14),
    smaller: setting(length, 'how much smaller a table is than running text', 0.5),
    leading: setting(leading, LINE_SPACING, 1.06),
    padding: group('the space within a cell', {
      side: setting(length, 'left and right of the text', 6),
      narrow: setting(length, 'left and right of the text, in a table of many columns', 4),
      top: setting(length, 'over the text', 2.9),
      bottom: setting(length, 'under the text', 2.2),
    }),
    rule: setting(length, 'the thickness of the lines under the head and the last row', 0.9),
    hairline: setting(length, 'the thickness of the lines between rows', 0.5),
    notes: group('the notes under a table', {
      above: setting(length, 'the space over the first note', 5),
      gap: setting(length, 'the space under every note, and over all but the first', 1),
    }),
  }),
  figures: group('charts and diagrams', {
    above: setting(length, 'the space over the caption', 6),
    below: setting(length, 'the space under the drawing and its notes', 14),
    subtitle: group('the line that says what a chart measures', {
      above: setting(shift, 'the space over it; negative moves it closer to the caption', -2),
      below: setting(length, 'the space under it', 6),
    }),
    drawing: group('the drawing itself', {
      above: setting(length, 'the space over it', 2),
      below: setting(length, 'the space under it', 4),
    }),
  }),
});

function setting(schema: z.ZodNumber, description: string, value: number): z.ZodDefault<z.ZodNumber> {
  return field(schema.default(value), description, value);
}

function group<Shape extends Record<string, z.ZodDefault | z.ZodPrefault>>(
  description: string,
  shape: Shape,
): z.ZodPrefault<z.ZodObject<Shape, z.core.$strict>> {
  const schema = z.strictObject(shape);
  // Every entry of the shape has a default, so an empty map is a complete input. TypeScript cannot derive
  // that from the shape.
  return schema.prefault({} as z.input<typeof schema>).describe(description);
}
