import { field } from '../../schema/field.js';
import { id, markup } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';

/** The fields that every entry of `charts.yaml` has. */
export const chartTexts = {
  title: field(markup, 'the finding: it follows the figures', 'Satisfaction {{change measures.satisfied}}'),
  subtitle: field(
    markup,
    'the measure, its base and its period',
    'Per cent of residents asked, twelve months to the end of each period',
  ),
  alternative: field(
    markup,
    'a description for people who cannot see the chart: more than its title',
    'A line that ends at {{measures.satisfied.value}} in {{period.label}}.',
    'A dot for each kind of fine. {{#each chart.measures}}{{this.label}}: {{this.value}}. {{/each}}',
  ),
  with: field(
    withNames(id, 'charts'),
    'the chart whose number this one shares: Chart 1a and Chart 1b',
    'visits-chart',
  ).optional(),
};
