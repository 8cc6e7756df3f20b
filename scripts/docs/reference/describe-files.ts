import { stringify } from 'yaml';
import { PERIOD_FILES } from '../../../src/inputs/period-files/index.js';
import { markup, type Html } from '../../../src/markup/markup.js';
import type { ReferencePage } from '../site-page.js';
import { listKeys, type JsonSchema, type KeyGroup, type SchemaKey } from './json-schema.js';
import { listSchemas, readSchema } from './read-schema.js';
import { renderWords, showTable } from './show-example.js';

/** The paths of files that are not a period's data. */
const PLACES: Record<string, string> = {
  organisation: 'data/organisation.yaml',
  meetings: 'data/meetings.yaml',
  measures: 'data/measures.yaml',
  paper: 'data/<period>/<paper>.yaml',
  template: 'templates/<paper>/paper.yaml',
  tables: 'templates/<paper>/tables.yaml',
  charts: 'templates/<paper>/charts.yaml',
  diagram: 'templates/<paper>/diagrams/<name>.yaml',
  theme: 'templates/theme/theme.yaml',
  manifest: 'manifest.json of an issued version',
  document: 'document.json of an issued version',
};

/** Makes the page of each file that has a schema, and the page that lists them. */
export function describeFiles(): ReferencePage[] {
  const files = listSchemas().map((name) => ({ name, place: findPlace(name), schema: readSchema(name) }));
  const rows = files.map(({ name, place, schema }) => [
    markup`<a href="files/${name}.html"><code>${place}</code></a>`,
    schema.description ?? '',
  ]);
  const index = { id: 'files', body: showTable('Files', ['File', 'What it has'], rows) };
  return [index, ...files.map(({ name, place, schema }) => describeFile(name, place, schema))];
}

/** Finds the place of a file. One that this page does not know yet is named by its schema. */
function findPlace(name: string): string {
  if (PERIOD_FILES.some((file) => file.name === name)) return `data/<period>/${name}.yaml`;
  return PLACES[name] ?? `${name}.yaml`;
}

function describeFile(name: string, place: string, schema: JsonSchema): ReferencePage {
  const groups = listKeys(schema);
  return {
    id: `files/${name}`,
    title:
      /\/?([^/]+\.\w+)$/
        .exec(place)?.[1]
        ?.replace('<paper>', 'The paper’s file, <paper>')
        .replace('<name>', 'A diagram, <name>') ?? place,
    body: markup`<p>${schema.description ?? ''}. The file is <code>${place}</code>, and its schema <code>schemas/${name}.schema.json</code>.</p>
${groups.map(describeGroup)}`,
  };
}

function describeGroup({ kind, description, keys }: KeyGroup): Html {
  const heading =
    kind === null
      ? markup`<h2 id="keys">Keys</h2>\n`
      : markup`<h2 id="${kind}">kind: ${kind}</h2>\n<p>${capitaliseWords(description)}.</p>\n`;
  if (keys.length === 0) return markup``;
  return markup`${heading}${showTable(kind ?? 'Keys', ['Key', 'Value', 'What it is', 'Example'], keys.map(makeRow))}`;
}

function makeRow({ path, isRequired, type, description, fallback, example }: SchemaKey): (string | Html)[] {
  return [
    markup`<code>${path}</code>${isRequired ? markup` <span class="required">required</span>` : null}`,
    type,
    markup`${renderWords(description)}${fallback === undefined ? null : markup`; default: <code>${formatValue(fallback)}</code>`}`,
    example === undefined ? '' : markup`<code>${formatValue(example)}</code>`,
  ];
}

/** Formats a value as it is written in YAML, on one line. */
function formatValue(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
}

function capitaliseWords(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
