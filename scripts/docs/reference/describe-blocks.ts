import { markup, type Html } from '../../../src/markup/markup.js';
import type { Block } from '../../../src/model/blocks/block.js';
import { BLOCKS } from '../../../src/manuscript/check-calls.js';
import type { Sample } from '../build-sample.js';
import type { ReferencePage } from '../site-page.js';
import { renderWords, showExample } from './show-example.js';

interface Entry {
  title: string;
  does: string;
  /** The label in the sample, or the inserted part. */
  label: string;
  /** The source, if the sample has no labelled text of it. */
  source?: string;
}

/** Every kind of block. A kind that is missing here is a compile error. */
const DOCUMENT_BLOCKS: Record<Block['kind'], Entry> = {
  paragraph: {
    title: 'Paragraph',
    label: 'block-paragraph',
    does: 'Text after a blank line. `paper.yaml` decides how paragraphs are numbered.',
  },
  heading: {
    title: 'Heading',
    label: 'block-heading',
    does: 'A heading within a section, from `##` to `####`. A level may not be skipped.',
  },
  list: {
    title: 'List',
    label: 'block-list',
    does: 'Lists with bullets or numbers, up to three levels deep. Lines between items are not needed.',
  },
  table: {
    title: 'Table of words',
    label: 'block-table',
    does: 'A small table in Markdown. The paragraph `: Caption {#tbl-label}` under it gives it a number, and a name for references. Tables of figures are defined in `tables.yaml`.',
  },
  note: {
    title: 'Note',
    label: 'block-note',
    does: 'A note in small type. Each line starts with `>`, and the first one has `[!NOTE]`.',
  },
  quote: {
    title: 'Quotation',
    label: 'block-quote',
    does: 'Words of someone else, set apart. Each line starts with `>`. Checks of words skip them.',
  },
  footnote: {
    title: 'Footnote',
    label: 'block-footnote',
    does: 'A mark in the text, and its text in a paragraph of its own in the same section. Footnotes are numbered through the paper. The PDF prints them at the foot of the page, the HTML page at the end of the section.',
  },
  'key-figures': {
    title: 'Key figures',
    label: 'block-key-figures',
    does: 'A row of large numbers, each with its label, its change and its verdict.',
  },
  chart: {
    title: 'Chart',
    label: 'survey-chart',
    source: '{{chart "survey-chart"}}',
    does: 'A chart of `charts.yaml`, with its numbers as a table. It goes between two paragraphs.',
  },
  diagram: {
    title: 'Diagram',
    label: 'reports-diagram',
    source: '{{diagram "reports-diagram"}}',
    does: 'Boxes and arrows, from a file of `diagrams/`.',
  },
  picture: {
    title: 'Picture',
    label: 'block-picture',
    does: 'A PNG, JPEG or SVG of the folder `images/`, on a line of its own. `fig-alt` says what it shows.',
  },
};

/** The purpose of each template block. The program's own list decides which blocks exist. */
const TEMPLATE_BLOCKS: Record<string, string> = {
  if: 'Prints its text if the value is there: not empty, not false and not missing. `else` gives the other text.',
  unless: 'Prints its text if the value is not there.',
  each: 'Prints its text for each item of a list. Names of the item stand alone; `@first` and `@last` tell the ends.',
  with: 'Takes names from one value, so that its path is written once.',
};

const ROOT = '../';

/** Makes the page of the blocks of a document. */
export function describeBlocks(sample: Sample): ReferencePage {
  return { id: 'blocks', body: describeAll(Object.entries(DOCUMENT_BLOCKS), sample) };
}

/** Makes the page of the blocks of a template. Throws if one of the program's list has no words. */
export function describeTemplateBlocks(sample: Sample): ReferencePage {
  const entries = BLOCKS.map((name): [string, Entry] => {
    const does = TEMPLATE_BLOCKS[name];
    if (does === undefined) throw new Error(`describe-blocks.ts lacks the template block ${name}`);
    return [name, { title: `{{#${name}}}`, label: `logic-${name}`, does }];
  });
  const partial: Entry = {
    title: '{{> partial}}',
    label: 'logic-partial',
    does: 'Prints a file of `partials/`, so that several sections share a text.',
  };
  return { id: 'template-blocks', body: describeAll([...entries, ['partial', partial]], sample) };
}

function describeAll(entries: [string, Entry][], sample: Sample): Html {
  return markup`${entries.map(([id, { title, does, label, source }]) => {
    const text = source ?? sample.findSource(label);
    const output = sample.findOutput(label);
    if (text === null || output === null) throw new Error(`docs/sample has no example of the block ${id}`);
    return markup`<h2 id="${id}">${title}</h2>
<p>${renderWords(does)}</p>
${showExample([{ name: 'Template', text }], output, ROOT)}`;
  })}`;
}
