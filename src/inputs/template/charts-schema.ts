import * as z from 'zod';
import { field, id, markup } from '../../schema/schema-parts.js';
import { measureName, measureNames, notes } from '../../schema/shown-parts.js';

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
              measures: measureNames(
                "the lines, by the names in measures.yaml; a survey's name stands for all its measures",
              ),
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
