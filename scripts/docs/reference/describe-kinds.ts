import { makeTableColumns } from './table-columns.js';
import { markup, type Html } from '../../../src/markup/markup.js';
import type { ChartContent, TableContent } from '../../../src/model/template.js';
import type { Sample } from '../build-sample.js';
import type { ReferencePage } from '../site-page.js';
import { listKeys } from './json-schema.js';
import { readSchema } from './read-schema.js';
import { renderWords, showExample, showTable } from './show-example.js';

const ROOT = '../';

/** The example of each kind in docs/sample. A kind that is missing here is a compile error. */
const TABLES: Record<TableContent['kind'], string> = {
  trend: 'survey-table',
  ranking: 'ward-table',
  counts: 'count-table',
  data: 'complaint-table',
};
const CHARTS: Record<ChartContent['kind'], string> = {
  trend: 'survey-chart',
  ranking: 'ward-chart',
  control: 'repairs-chart',
  dots: 'satisfied-chart',
  bars: 'bars-chart',
  columns: 'columns-chart',
  grouped: 'grouped-chart',
  stacked: 'stacked-chart',
  diverging: 'diverging-chart',
  lines: 'lines-chart',
  slopes: 'slopes-chart',
};

/** Makes the page of the kinds of table, with their columns. */
export function describeTables(sample: Sample): ReferencePage {
  return {
    id: 'tables',
    body: markup`${describeKinds('tables', TABLES, sample)}
<h2 id="columns">Columns</h2>
<p>A column of a trend or a ranking names what it shows: <code>{ show: value, heading: Latest }</code>.</p>
${makeTableColumns()}`,
  };
}

/** Makes the page of the kinds of chart. */
export function describeCharts(sample: Sample): ReferencePage {
  return { id: 'charts', body: describeKinds('charts', CHARTS, sample) };
}

function describeKinds(file: 'tables' | 'charts', examples: Record<string, string>, sample: Sample): Html {
  const kinds = listKeys(readSchema(file)).filter(({ kind }) => kind !== null);
  return markup`${kinds.map(({ kind, description, keys }) => {
    const name = examples[kind ?? ''] ?? '';
    const [entry, output] = [sample.findEntry(file, name), sample.findOutput(name)];
    if (entry === null || output === null)
      throw new Error(`docs/sample has no ${file} of the kind ${kind ?? ''}`);
    const rows = keys.map(({ path, isRequired, description: words }) => [
      markup`<code>${path.replace(`${file}.<name>.`, '')}</code>${isRequired ? markup` <span class="required">required</span>` : null}`,
      renderWords(words),
    ]);
    return markup`<h2 id="${kind ?? ''}">kind: ${kind ?? ''}</h2>
<p>It shows ${description}.</p>
${showExample([{ name: `${file}.yaml`, text: entry }], output, ROOT)}
${showTable(`Keys of ${kind ?? ''}`, ['Key', 'What it is'], rows)}`;
  })}`;
}
