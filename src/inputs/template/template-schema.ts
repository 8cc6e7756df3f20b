import * as z from 'zod';
import { field } from '../../schema/field.js';
import { id, markup, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { numberingStart } from './numbering-start.js';
import { pdfSchema } from './pdf-schema.js';

const section = z
  .strictObject({
    id: field(id, 'the name of the section and of its file, sections/<id>.md.hbs', 'summary'),
    title: field(text, 'the heading of the section', 'Summary'),
    lettered: field(
      z.boolean(),
      'whether the section has a letter or number; true by default',
      false,
    ).optional(),
    numbered: field(z.boolean(), 'whether its paragraphs are numbered; true by default', false).optional(),
    mandatory: field(
      z.boolean(),
      'whether every paper must have the section; false by default',
      true,
    ).optional(),
    role: field(
      z.enum(['recommendation', 'background-papers', 'contact']),
      'the part that the law requires, if this section is that part',
      'recommendation',
    ).optional(),
  })
  .describe('one section');

const headerField = z
  .strictObject({
    id: field(id, 'the name of the field in the header of a paper', 'purpose'),
    name: field(text, 'the label that is printed before the value', 'Purpose'),
    value: field(
      markup,
      'the value for all papers; leave it out if each paper states its own',
      '{{paper.number}}',
    ).optional(),
    required: field(z.boolean(), 'whether every paper must state a value; true by default', false).optional(),
  })
  .describe('one field');

const word = (description: string, ...examples: string[]) => field(text, description, ...examples).optional();

const runningText = (description: string, ...examples: string[]) =>
  field(markup, description, ...examples).optional();

const runningLine = (where: string) =>
  z
    .strictObject({
      left: runningText(`the text at the left of the ${where}`, '{{paper.title}}'),
      centre: runningText(`the text in the middle of the ${where}`, '{{meeting.committee}}'),
      right: runningText(`the text at the right of the ${where}`, 'Page {{page.number}} of {{page.count}}'),
    })
    .describe(`the ${where} of every page`);

export const templateSchema = z
  .strictObject({
    title: field(text, 'the title of every paper of this kind', 'Parks update'),
    header: z
      .strictObject({
        layout: field(z.enum(['list', 'grid']), 'list: one field a line; grid: fields side by side', 'list'),
        fields: z.array(headerField).describe('the fields in printed order'),
      })
      .describe('the header block under the title'),
    running: z
      .strictObject({ head: runningLine('head').optional(), foot: runningLine('foot').optional() })
      .describe('the texts at the head and foot of every page; the marking stays in the middle')
      .optional(),
    numbering: z
      .strictObject({
        sections: field(z.enum(['letters', 'numbers', 'none']), 'sections as A, B, C or 1, 2, 3', 'letters'),
        paragraphs: field(
          z.enum(['continuous', 'restarting', 'nested', 'none']),
          'continuous: through the paper; restarting: from 1 in each section; nested: 1.1, 1.2 …',
          'continuous',
        ),
        appendices: field(
          z.enum(['numbers', 'letters']),
          'appendices as Appendix 1 or Appendix A',
          'numbers',
        ),
        headings: field(
          z.enum(['none', 'nested']),
          'nested: headings are numbered 1.1, and paragraphs or lower headings 1.1.1; none by default',
          'nested',
        ).optional(),
        lists: field(
          z.array(z.enum(['numbers', 'letters', 'roman'])).min(1),
          'the numbers of lists as 1., (a) or (i), from the outer to the inner list; numbers by default',
          ['letters', 'roman'],
        ).optional(),
        start: numberingStart.optional(),
      })
      .describe('the numbering of the paper'),
    words: z
      .strictObject({
        paragraph: word('the word before the number of one paragraph', 'paragraph'),
        paragraphs: word('the word before the numbers of several paragraphs', 'paragraphs'),
        section: word('the word before the letter or number of a section', 'section'),
        table: word('the word before the number of a table', 'Table'),
        chart: word('the word before the number of a chart', 'Figure', 'Chart'),
        diagram: word('the word before the number of a diagram', 'Figure', 'Diagram'),
        picture: word('the word before the number of a picture', 'Figure', 'Map'),
        appendix: word('the word before the number or letter of an appendix', 'Appendix', 'Annex'),
        paper: word('the word before the number of the paper, in the running head', 'Report', 'Item'),
      })
      .describe('the words before numbers')
      .optional(),
    contents: z
      .strictObject({
        title: field(
          text,
          'the heading of the contents list; Contents by default',
          'In this paper',
        ).optional(),
        show: field(
          z.enum(['auto', 'always', 'never']),
          'auto: in the PDF from eight pages on, and in the HTML page from six sections on; auto by default',
          'always',
        ).optional(),
        after: field(
          id,
          'the section after which it stands, such as the recommendation; by default it comes before all sections',
          'recommendation',
        ).optional(),
      })
      .describe('the contents list of sections and appendices')
      .optional(),
    sections: z.array(section).min(1).describe('the sections in printed order'),
    'required-narrative': field(
      z.array(withNames(id, 'narrative groups')),
      'the groups of narrative that every paper must have',
      ['summary', 'recommendation'],
    ).optional(),
    clearance: field(z.array(id), 'the clearances that a final paper of this kind needs', [
      'finance',
      'legal',
    ]).optional(),
    pdf: pdfSchema.optional(),
    rules: withNames(
      z
        .record(
          id,
          field(
            z.enum(['error', 'warning', 'off']),
            'how serious it is if a paper breaks the rule',
            'warning',
          ),
        )
        .describe('how serious each rule is in papers of this kind; `papers check --rules` lists the rules'),
      'rules',
    ).optional(),
  })
  .describe('A kind of paper: its sections, numbering and words');
