import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { HELPER_SIGNATURES } from '../../../src/manuscript/helpers/index.js';
import { makeElement, markup, type Html } from '../../../src/markup/markup.js';
import type { Sample } from '../build-sample.js';
import type { ReferencePage } from '../site-page.js';
import { renderWords, showExample } from './show-example.js';

/** The words of docs/reference/helpers.yaml. The arguments and options of a helper come from the program. */
interface HelperWords {
  does: string;
  arguments?: string[];
  options?: Record<string, string>;
}
interface HelperGroup {
  group: string;
  helpers: Record<string, HelperWords>;
}

const ROOT = '../';

/** The example of each helper that inserts a part of its own. */
const INSERTED: Record<string, string> = {
  table: 'survey-table',
  chart: 'survey-chart',
  diagram: 'reports-diagram',
};

/** Makes the page of all helpers. Throws if the words and the program's own list differ. */
export function describeHelpers(sample: Sample): ReferencePage {
  const groups = parse(readFileSync('docs/reference/helpers.yaml', 'utf8')) as HelperGroup[];
  const described = groups.flatMap(({ helpers }) => Object.keys(helpers));
  const missing = Object.keys(HELPER_SIGNATURES).filter((name) => !described.includes(name));
  const unknown = described.filter((name) => !(name in HELPER_SIGNATURES));
  if (missing.length > 0) throw new Error(`docs/reference/helpers.yaml lacks: ${missing.join(', ')}`);
  if (unknown.length > 0)
    throw new Error(`docs/reference/helpers.yaml has helpers that do not exist: ${unknown.join(', ')}`);
  return {
    id: 'helpers',
    body: markup`${groups.map(
      ({ group, helpers }) =>
        markup`<h2 id="${group.toLowerCase().replaceAll(' ', '-')}">${group}</h2>\n${Object.entries(helpers).map(([name, words]) => describeHelper(name, words, sample))}`,
    )}`,
  };
}

function describeHelper(name: string, words: HelperWords, sample: Sample): Html {
  const inserted = INSERTED[name];
  const source = inserted ? `{{${name} "${inserted}"}}` : sample.findSource(`helper-${name}`);
  const output = sample.findOutput(inserted ?? `helper-${name}`);
  if (source === null || output === null) throw new Error(`docs/sample has no example of the helper ${name}`);
  return markup`<h3 id="${name}"><code>${name}</code></h3>
<p>${renderWords(words.does)}</p>
${describeArguments(name, words)}${showExample([{ name: 'Template', text: source }], output, ROOT)}`;
}

/** Stands for the options of a helper that takes the names of columns. */
const ANY_COLUMN = '<column>';

/** Lists the arguments and options. Each has words, and no words are left over. */
function describeArguments(
  name: string,
  { arguments: args = [], options: described = {} }: HelperWords,
): Html {
  const { maxArguments, options: typed } = HELPER_SIGNATURES[name] ?? { maxArguments: 0, options: [] };
  const options = typed ?? [ANY_COLUMN];
  if (Number.isFinite(maxArguments) ? args.length !== maxArguments : args.length === 0)
    throw new Error(
      `docs/reference/helpers.yaml describes ${args.length} arguments of ${name}, which takes ${maxArguments}`,
    );
  if (Object.keys(described).sort().join() !== [...options].sort().join())
    throw new Error(`docs/reference/helpers.yaml: the options of ${name} are ${options.join(', ')}`);
  if (args.length + options.length === 0) return markup``;
  return makeElement('dl', { class: 'facts' }, [
    ...args.map((text, index) => markup`<dt>Argument ${index + 1}</dt><dd>${renderWords(text)}</dd>`),
    ...options.map(
      (option) => markup`<dt><code>${option}=</code></dt><dd>${renderWords(described[option] ?? '')}</dd>`,
    ),
  ]);
}
