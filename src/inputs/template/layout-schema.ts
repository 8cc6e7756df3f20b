import * as z from 'zod';
import { field } from '../../schema/field.js';
import { setting, settings } from './setting.js';

const length = z.number().min(0);
/** A length that may be negative, to move a block closer to the block before it. */
const shift = z.number();
const size = z.number().positive();
const leading = z.number().min(0.8).max(2);
const share = z.number().positive().max(1);

const LINE_SPACING = "from line to line, as a multiple of the typeface's own distance";

/** The PDF's sizes and spaces. Each has a default, so that `theme.yaml` only names those that differ. */
export const layoutSchema = settings('sizes and spaces of the PDF, in points; each has a default', {
  running: settings('the head and foot of every page', {
    size: setting(size, 'the size of the text', 9),
    gap: setting(length, 'between the left, middle and right columns', 8),
    middle: setting(size, 'the width of the middle column, which contains the protective marking', 150),
    head: setting(length, "from the page's top edge to the head", 36),
    foot: setting(length, 'from the top of the bottom margin to the foot', 26),
  }),
  watermark: settings('the word DRAFT behind the text', {
    size: setting(size, 'the size of the word', 150),
    opacity: setting(share, 'from 0, invisible, to 1, solid', 0.06),
    angle: setting(z.number(), 'in degrees; negative rises to the right', -52),
  }),
  masthead: settings('the authority, the committee and the meeting, at the top of the first page', {
    size: setting(size, 'the size of the text', 10.5),
    below: setting(length, 'the space under it', 6),
    rule: setting(size, 'the thickness of the line under it', 1.4),
  }),
  title: settings("the paper's title", {
    above: setting(length, 'the space over it', 20),
    below: setting(length, 'the space under it', 12),
  }),
  fields: settings('the header block under the title', {
    name: setting(size, "the size of a field's name", 10),
    value: setting(size, "the size of a field's value", 10.5),
    below: setting(length, 'the space under the fields', 8),
    rule: setting(size, 'the thickness of the line under them', 0.6),
  }),
  changes: settings('the note on what changed since the last version', {
    size: setting(size, 'the size of the text', 10.5),
    above: setting(length, 'the space over it', 10),
  }),
  contents: settings('the contents list', {
    above: setting(length, 'the space over its heading', 14),
    gap: setting(length, 'the space over each line', 1.5),
    gutter: setting(length, 'the space between its two columns', 24),
  }),
  sections: settings('the headings of sections and appendices', {
    above: setting(length, 'the space over the heading', 26),
    below: setting(length, 'the space under the heading', 8),
  }),
  appendices: settings('appendices', {
    separate: field(z.boolean().default(false), 'true if each appendix starts a new page', true),
  }),
  headings: settings('the headings within a section', {
    above: settings('the space over the heading', {
      first: setting(length, 'over a heading of the first level', 17),
      second: setting(length, 'over a heading of the second level', 13),
      third: setting(length, 'over a heading of the third level', 10),
      following: setting(length, 'over a heading that directly follows another one', 4),
    }),
    below: setting(length, 'the space under the heading', 4),
    leading: setting(leading, LINE_SPACING, 1.05),
    second: setting(share, 'the size of the second level, as a share of the first', 0.87),
    third: setting(share, 'the size of the third level, as a share of the first', 0.78),
  }),
  paragraphs: settings('paragraphs', { below: setting(length, 'the space under a paragraph', 8) }),
  lists: settings('lists', {
    indent: setting(length, 'from the text of paragraphs to the bullets or numbers', 6),
    above: setting(shift, 'the space over a list; negative moves it closer to its paragraph', -3),
    below: setting(length, 'the space under a list', 8),
    gap: setting(length, 'between two items', 3),
  }),
  notes: settings('text between paragraphs, and the notes under tables and drawings', {
    below: setting(length, 'the space under a note between paragraphs', 8),
    leading: setting(leading, LINE_SPACING, 1.08),
  }),
  quotes: settings('quotations', {
    indent: setting(length, 'from the text of paragraphs to the quotation, on both sides', 16),
    below: setting(length, 'the space under a paragraph of a quotation', 8),
  }),
  highlights: settings('a row of key figures', {
    above: setting(length, 'the space over the row', 6),
    below: setting(length, 'the space under the row', 14),
    size: setting(length, 'the size of the numbers', 24),
    rule: setting(length, 'the thickness of the lines over and under the row', 0.9),
    padding: setting(length, 'the space within the lines', 6),
    gap: setting(length, 'the space between two figures', 14),
  }),
  footnotes: settings('the notes at the foot of a page', {
    above: setting(length, 'the least space over the line above them', 8),
    below: setting(length, 'the space under the line', 4),
    rule: setting(length, 'the thickness of the line', 0.5),
    gap: setting(length, 'the space under each note', 2),
  }),
  captions: settings('the captions of tables, charts and diagrams', {
    below: setting(length, 'the space under the caption', 5),
    leading: setting(leading, LINE_SPACING, 1.1),
  }),
  tables: settings('tables', {
    above: setting(length, 'the space over a table', 4),
    below: setting(length, 'the space under a table and its notes', 14),
    smaller: setting(length, 'how much smaller a table is than running text', 0.5),
    leading: setting(leading, LINE_SPACING, 1.06),
    padding: settings('the space within a cell', {
      side: setting(length, 'left and right of the text', 6),
      narrow: setting(length, 'left and right of the text, in a table of many columns', 4),
      top: setting(length, 'over the text', 2.9),
      bottom: setting(length, 'under the text', 2.2),
    }),
    rule: setting(length, 'the thickness of the lines under the head and the last row', 0.9),
    hairline: setting(length, 'the thickness of the lines between rows', 0.5),
    notes: settings('the notes under a table', {
      above: setting(length, 'the space over the first note', 5),
      gap: setting(length, 'the space under every note, and over all but the first', 1),
    }),
  }),
  figures: settings('charts and diagrams', {
    above: setting(length, 'the space over the caption', 6),
    below: setting(length, 'the space under the drawing and its notes', 14),
    subtitle: settings('the line that says what a chart measures', {
      above: setting(shift, 'the space over it; negative moves it closer to the caption', -2),
      below: setting(length, 'the space under it', 6),
    }),
    drawing: settings('the drawing itself', {
      above: setting(length, 'the space over it', 2),
      below: setting(length, 'the space under it', 4),
    }),
  }),
});
