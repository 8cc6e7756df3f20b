import * as z from 'zod';
import { field, id, markup, text } from './parts.js';

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
      .describe('how grave a breach of a rule is in papers of this kind; `papers check --rules` lists the rules')
      .optional(),
  })
  .describe('A kind of paper: its sections, numbering and words');

const notes = field(z.array(markup), 'printed underneath', [
  'Low is better. {{ref "method"}} says how it was measured.',
]).optional();
const heading = field(text, 'the heading of the column', 'Change, points');
const measureName = field(id, 'the measure of measures.yaml', 'satisfied');
const measureNames = (description: string) => field(z.array(id).min(1), description, ['visits', 'fines']);

const tableRows = field(
  z.array(
    z.union([
      id,
      z
        .strictObject({ group: field(text, 'the words of the heading', 'Satisfaction') })
        .describe('a row that heads the rows below it'),
    ]),
  ).min(1),
  "the rows, by the names in measures.yaml; a survey's name stands for all its measures; { group: … } heads those after it",
  ['visits', 'fines'],
  [{ group: 'Use' }, 'visits', { group: 'Order' }, 'fines'],
);

const measureColumn = z
  .strictObject({
    show: field(
      z.enum([
        'value',
        'interval',
        'base',
        'earlier',
        'change',
        'change-interval',
        'percent-change',
        'p-value',
        'largest-design-effect',
        'verdict',
        'projection',
        'target',
        'status',
      ]),
      'what the column shows of each measure',
      'change',
      'verdict',
    ),
    heading,
  })
  .describe('one column');

const areaColumn = z
  .strictObject({
    show: field(
      z.enum(['rank', 'area', 'value', 'interval', 'base', 'rank-range', 'funnel']),
      'what the column shows of each area',
      'rank',
      'area',
    ),
    heading: field(text, 'the heading of the column', 'Ward'),
  })
  .describe('one column');

const listColumn = z
  .strictObject({
    heading: field(text, 'the heading of the column', 'By when'),
    cell: field(markup, 'what it shows of each item', '{{item.due}}'),
    align: field(z.enum(['left', 'right']), 'left unless said', 'right').optional(),
  })
  .describe('one column');

const title = field(markup, 'what the table is about', 'What was counted in {{quarter.year}}');

export const tablesSchema = z
  .strictObject({
    tables: z
      .record(
        id,
        z
          .discriminatedUnion('kind', [
            z.strictObject({
              kind: z.literal('trend').describe('measures by period, with the change'),
              title,
              measures: tableRows,
              heading: field(text, 'the heading of the first column', 'Measure'),
              periods: field(
                z.boolean(),
                'whether there is a column for each quarter from the earliest compared; true unless said',
                false,
              ).optional(),
              columns: z.array(measureColumn).describe('further columns').optional(),
              notes,
            }),
            z.strictObject({
              kind: z.literal('ranking').describe('the ends of a league table'),
              title,
              measure: measureName,
              columns: z.array(areaColumn).min(1).describe('the columns from left to right'),
              notes,
            }),
            z.strictObject({
              kind: z.literal('counts').describe('measures and their counts to date'),
              title,
              measures: measureNames('in reading order, down each column'),
              heading: field(text, 'the heading over the measures', 'Activity'),
              'value-heading': field(text, 'the heading over the counts', 'Number'),
              columns: field(
                z.number().int().min(1).max(3),
                'how many pairs of columns side by side; 1 unless said',
                2,
              ).optional(),
              notes,
            }),
            z.strictObject({
              kind: z.literal('list').describe('a row for each item of a list in data'),
              title,
              list: field(text, 'the list', 'commitments', 'events'),
              columns: z.array(listColumn).describe('the columns from left to right'),
              notes,
            }),
          ])
          .describe('one table'),
      )
      .describe('the tables, by the name that the text cites'),
  })
  .describe('The tables of a kind of paper');

const words = {
  title: field(markup, 'the finding: it follows the figures', 'Satisfaction {{change measures.satisfied}}'),
  subtitle: field(
    markup,
    'what is measured, base and period',
    'Per cent of residents asked, twelve months to the end of each period',
  ),
  alternative: field(
    markup,
    'what a person who cannot see it must be told: more than its title',
    'A line that ends at {{measures.satisfied.value}} in {{quarter.label}}.',
    'A dot for each kind of fine. {{#each chart.measures}}{{this.label}}: {{this.value}}. {{/each}}',
  ),
  with: field(id, 'the chart whose number this one shares: Chart 1a and Chart 1b', 'visits-chart').optional(),
};

export const chartsSchema = z
  .strictObject({
    charts: z
      .record(
        id,
        z
          .discriminatedUnion('kind', [
            z.strictObject({
              kind: z.literal('trend').describe('lines over the quarters on file'),
              ...words,
              measures: measureNames("the lines, by the names in measures.yaml; a survey's name stands for all its measures"),
              emphasis: field(id, 'the measure to draw heavier', 'satisfied').optional(),
              notes,
            }),
            z.strictObject({
              kind: z.literal('ranking').describe('bars for the ends of a league table'),
              ...words,
              measure: measureName,
              notes,
            }),
            z.strictObject({
              kind: z.literal('control').describe('months with the limits of ordinary variation'),
              ...words,
              measure: measureName,
              notes,
            }),
            z.strictObject({
              kind: z.literal('dots').describe('counts on a logarithmic scale'),
              ...words,
              measures: measureNames('the dots, by the names in measures.yaml'),
              notes,
            }),
          ])
          .describe('one chart'),
      )
      .describe('the charts, by the name that the text cites'),
  })
  .describe('The charts of a kind of paper');

const box = z
  .strictObject({
    id: field(id, 'by which arrows name it', 'visits'),
    title: field(text, 'its first line, in bold', 'Site visits'),
    text: field(z.array(text), 'shorter lines under the title', ['Once a month', 'By the central team']).optional(),
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
