import * as z from 'zod';
import { id, markup, text } from './parts.js';

const section = z.strictObject({
  id: id.describe('names the file sections/<id>.md.hbs'),
  title: text.describe('its heading'),
  lettered: z.boolean().describe('whether it counts in the lettering; true unless said').optional(),
  numbered: z.boolean().describe('whether its paragraphs are numbered; true unless said').optional(),
  mandatory: z.boolean().describe('whether a paper without it is at fault').optional(),
});

export const templateSchema = z
  .strictObject({
    title: text.describe('the title of every paper of this kind'),
    header: z
      .strictObject({
        layout: z.enum(['list', 'grid']).describe('one field a line, or side by side'),
        fields: z
          .array(
            z.strictObject({
              id,
              name: text.describe('printed before the value'),
              value: markup.describe('what it says; left out where the paper says it').optional(),
              required: z.boolean().describe('whether a paper must fill it in; true unless said').optional(),
            }),
          )
          .describe('in the order in which they are printed'),
      })
      .describe('the block under the title'),
    numbering: z
      .strictObject({
        sections: z.enum(['letters', 'numbers', 'none']).describe('A, B, C or 1, 2, 3'),
        paragraphs: z
          .enum(['continuous', 'restarting', 'nested', 'none'])
          .describe('through the paper, from 1 in each section, or 1.1, 1.2 …'),
        appendices: z.enum(['numbers', 'letters']).describe('Appendix 1 or Appendix A'),
      })
      .describe('how the paper numbers itself'),
    words: z
      .strictObject({
        paragraph: text.describe('"paragraph"').optional(),
        paragraphs: text.describe('"paragraphs"').optional(),
        section: text.describe('"section"').optional(),
        table: text.describe('"Table"').optional(),
        chart: text.describe('"Figure" or "Chart"').optional(),
        diagram: text.describe('"Figure" or "Diagram"').optional(),
        appendix: text.describe('"Appendix" or "Annex"').optional(),
      })
      .describe('the words before a number')
      .optional(),
    contents: z
      .strictObject({ title: text.describe('the heading of the contents list') })
      .describe('left out where the paper has no contents list')
      .optional(),
    sections: z.array(section).min(1).describe('in the order in which they are printed'),
    appendices: z.array(section).describe('after the sections').optional(),
    'required-narrative': z
      .array(id)
      .describe('the groups of narrative that every paper must have')
      .optional(),
    rules: z
      .record(id, z.enum(['error', 'warning', 'off']))
      .describe('how grave a breach of a rule is in papers of this kind; `papers check --rules` lists the rules')
      .optional(),
  })
  .describe('A kind of paper: its sections, numbering and words');

const notes = z.array(markup).describe('printed underneath').optional();

export const tablesSchema = z
  .strictObject({
    tables: z
      .record(
        id,
        z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('trend').describe('measures by period, with the change'),
            title: markup,
            measures: z.array(id).min(1).describe('the rows'),
            heading: text.describe('the heading of the first column'),
            periods: z
              .boolean()
              .describe('whether there is a column for each quarter on file; true unless said')
              .optional(),
            columns: z
              .array(
                z.strictObject({
                  show: z
                    .enum([
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
                    ])
                    .describe('what the column shows of each measure'),
                  heading: text,
                }),
              )
              .describe('further columns')
              .optional(),
            notes,
          }),
          z.strictObject({
            kind: z.literal('ranking').describe('the ends of a league table'),
            title: markup,
            measure: id,
            columns: z
              .array(
                z.strictObject({
                  show: z
                    .enum(['rank', 'area', 'value', 'interval', 'base', 'rank-range', 'funnel'])
                    .describe('what the column shows of each area'),
                  heading: text,
                }),
              )
              .min(1)
              .describe('the columns from left to right'),
            notes,
          }),
          z.strictObject({
            kind: z.literal('counts').describe('measures and their counts to date'),
            title: markup,
            measures: z.array(id).min(1).describe('in reading order, down each column'),
            heading: text,
            'value-heading': text,
            columns: z
              .number()
              .int()
              .min(1)
              .max(3)
              .describe('how many pairs of columns side by side')
              .optional(),
            notes,
          }),
          z.strictObject({
            kind: z.literal('list').describe('a row for each item of a list in data'),
            title: markup,
            list: text.describe('the list, such as commitments'),
            columns: z.array(
              z.strictObject({ heading: text, cell: markup, align: z.enum(['left', 'right']).optional() }),
            ),
            notes,
          }),
        ]),
      )
      .describe('by the name that the text cites'),
  })
  .describe('The tables of a kind of paper');

export const chartsSchema = z
  .strictObject({
    charts: z
      .record(
        id,
        z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('trend').describe('lines over the quarters on file'),
            title: markup.describe('the finding'),
            subtitle: markup.describe('what is measured, base and period'),
            alternative: markup.describe('for a person who cannot see it'),
            measures: z.array(id).min(1),
            emphasis: id.describe('the measure to draw heavier').optional(),
            notes,
          }),
          z.strictObject({
            kind: z.literal('ranking').describe('bars for the ends of a league table'),
            title: markup.describe('the finding'),
            subtitle: markup.describe('what is measured, base and period'),
            alternative: markup.describe('for a person who cannot see it'),
            measure: id,
            notes,
          }),
          z.strictObject({
            kind: z.literal('control').describe('months with the limits of ordinary variation'),
            title: markup.describe('the finding'),
            subtitle: markup.describe('what is measured, base and period'),
            alternative: markup.describe('for a person who cannot see it'),
            measure: id,
            notes,
          }),
          z.strictObject({
            kind: z.literal('dots').describe('counts on a logarithmic scale'),
            title: markup.describe('the finding'),
            subtitle: markup.describe('what is measured, base and period'),
            alternative: markup.describe('for a person who cannot see it'),
            measures: z.array(id).min(1),
            notes,
          }),
        ]),
      )
      .describe('by the name that the text cites'),
  })
  .describe('The charts of a kind of paper');

export const diagramSchema = z
  .strictObject({
    title: markup,
    alternative: markup.describe('for a person who cannot see it'),
    rows: z
      .array(
        z
          .array(
            z.strictObject({
              id: id.describe('by which arrows name it'),
              title: text,
              text: z.array(text).describe('shorter lines under the title').optional(),
              emphasis: z.boolean().describe('drawn with a stronger outline').optional(),
            }),
          )
          .min(1),
      )
      .min(1)
      .describe('the boxes as they are arranged, row by row'),
    arrows: z
      .array(
        z.strictObject({
          from: id,
          to: id,
          label: text.optional(),
          both: z.boolean().describe('whether it points at both ends').optional(),
        }),
      )
      .optional(),
    notes,
  })
  .describe('A diagram: boxes in rows, and arrows between them');
