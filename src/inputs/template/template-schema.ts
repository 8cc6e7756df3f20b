import * as z from 'zod';
import { field, id, markup, text } from '../../schema/schema-parts.js';

const section = z
  .strictObject({
    id: field(id, 'names the file sections/<id>.md.hbs', 'summary'),
    title: field(text, 'its heading', 'Summary'),
    lettered: field(z.boolean(), 'whether it counts in the lettering; true unless said', false).optional(),
    numbered: field(z.boolean(), 'whether its paragraphs are numbered; true unless said', false).optional(),
    mandatory: field(z.boolean(), 'whether a paper without it is at fault', true).optional(),
    role: field(
      z.enum(['recommendation', 'background-papers', 'contact']),
      'what the law and members look for in it',
      'recommendation',
    ).optional(),
  })
  .describe('one section');

const headerField = z
  .strictObject({
    id: field(id, 'by which the paper gives its value', 'purpose'),
    name: field(text, 'printed before the value', 'Purpose'),
    value: field(markup, 'what it says; left out where the paper says it', '{{paper.number}}').optional(),
    required: field(z.boolean(), 'whether a paper must fill it in; true unless said', false).optional(),
  })
  .describe('one field');

const word = (description: string, ...examples: string[]) => field(text, description, ...examples).optional();

export const templateSchema = z
  .strictObject({
    title: field(text, 'the title of every paper of this kind', 'Parks update'),
    header: z
      .strictObject({
        layout: field(z.enum(['list', 'grid']), 'one field a line, or side by side', 'list'),
        fields: z.array(headerField).describe('in the order in which they are printed'),
      })
      .describe('the block under the title'),
    numbering: z
      .strictObject({
        sections: field(z.enum(['letters', 'numbers', 'none']), 'A, B, C or 1, 2, 3', 'letters'),
        paragraphs: field(
          z.enum(['continuous', 'restarting', 'nested', 'none']),
          'through the paper, from 1 in each section, or 1.1, 1.2 …',
          'continuous',
        ),
        appendices: field(z.enum(['numbers', 'letters']), 'Appendix 1 or Appendix A', 'numbers'),
        headings: field(
          z.enum(['none', 'nested']),
          '1.1 and 1.1.1 under section 1, or 1.1 with nested paragraphs 1.1.1 below it; none unless said',
          'nested',
        ).optional(),
        lists: field(
          z.array(z.enum(['numbers', 'letters', 'roman'])).min(1),
          'numbered lists as 1., (a) or (i), from the outermost inwards; numbers unless said',
          ['letters', 'roman'],
        ).optional(),
      })
      .describe('how the paper numbers itself'),
    words: z
      .strictObject({
        paragraph: word('before the number of one paragraph', 'paragraph'),
        paragraphs: word('before the numbers of several', 'paragraphs'),
        section: word('before the letter or number of a section', 'section'),
        table: word('before the number of a table', 'Table'),
        chart: word('before the number of a chart', 'Figure', 'Chart'),
        diagram: word('before the number of a diagram', 'Figure', 'Diagram'),
        appendix: word('before the number or letter of an appendix', 'Appendix', 'Annex'),
      })
      .describe('the words before a number')
      .optional(),
    contents: z
      .strictObject({ title: field(text, 'the heading of the contents list', 'Contents') })
      .describe('left out where the paper has no contents list')
      .optional(),
    sections: z.array(section).min(1).describe('in the order in which they are printed'),
    appendices: z.array(section).describe('after the sections').optional(),
    'required-narrative': field(z.array(id), 'the groups of narrative that every paper must have', [
      'summary',
      'recommendation',
    ]).optional(),
    clearance: field(z.array(id), 'what a final paper of this kind must be cleared for', [
      'finance',
      'legal',
    ]).optional(),
    rules: z
      .record(id, field(z.enum(['error', 'warning', 'off']), 'how grave a breach is', 'warning'))
      .describe(
        'how grave a breach of a rule is in papers of this kind; `papers check --rules` lists the rules',
      )
      .optional(),
  })
  .describe('A kind of paper: its sections, numbering and words');
