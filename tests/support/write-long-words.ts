import type { Copy } from './run-papers.js';

/** Returns a word of 300 letters that starts with the name of the place where it is printed. */
function long(slot: string): string {
  return (slot + 'abcdefghij'.repeat(30)).slice(0, 300);
}

/** Replaces words that must be there. */
function replace(text: string, words: Record<string, string>): string {
  return Object.entries(words).reduce((changed, [before, after]) => {
    if (!changed.includes(before)) throw new Error(`no "${before}" to replace`);
    return changed.replace(before, () => after);
  }, text);
}

/** Puts long words into the allotment minutes: front matter, running heads, text, quotations, footnotes, appendices. */
export function writeLongMinutes(copy: Copy): void {
  copy.change('templates/allotment-minutes/paper.yaml', (text) =>
    replace(text, {
      'title: Minutes of the Allotments Committee': `title: Minutes ${long('title')}`,
      'name: Apologies': `name: ${long('fieldname')}`,
      'left: "{{organisation.name}}"': `left: "${long('headleft')}"`,
      'centre: "{{meeting.date}}"': `centre: "${long('headcentre')}"`,
      'right: "Item {{paper.number}}"': `right: "${long('headright')}"`,
      'left: "{{paper.title}}"': `left: "${long('footleft')}"`,
      'title: Close,': `title: Close ${long('section')},`,
      'contents: { show: always }': `contents: { show: always, title: ${long('contents')} }`,
    }),
  );
  copy.change('data/organisation.yaml', (text) =>
    replace(text, { 'Saltmere Town Council': long('authority'), 'Allotments Committee': long('committee') }),
  );
  copy.change('data/2031-32-q1/allotment-minutes.yaml', (text) =>
    replace(text, {
      'marking: PUBLIC': `marking: ${long('MARKING')}`,
      '- R. Dale (chair)': `- ${long('headerlist')}`,
      '    None.': `    ${long('fieldvalue')}`,
      'title: Letter from the site secretary': `title: ${long('appendix')}`,
      '- For the gates.': `- ${long('item')}\n        - ${long('inner')}\n\n          1. ${long('innermost')}`,
      'The committee agreed.': `${long('paragraph')} agreed.`,
    }),
  );
  copy.change(
    'templates/allotment-minutes/appendices/rules.md.hbs',
    (text) => `${text}
{{ref "tbl-rules"}} has the rules.

| Rule | Since |
| --- | --- |
| Dig[^dig] | 2020 |

: What to do {#tbl-rules}

[^dig]: With ${long('appendixnote')}.
`,
  );
  const headings = ['##', '###', '####'].map((mark) => `${mark} ${long(`heading${mark.length}`)}\n\n`);
  const links = `Text [${long('link')}](https://example.example/${long('url')}) and https://example.example/${long('bare')}.\n`;
  copy.change(
    'templates/allotment-minutes/sections/matters.md.hbs',
    (text) =>
      `${replace(text, {
        '> It is open': `> ${long('quote')} It is open`,
        'Gates close at dusk.': long('note'),
        'quoted with leave': long('footnote'),
        'Gates with a lock': `${long('caption')} Gates`,
        '| Lock | Opened |': `| ${long('tablehead')} | Opened |`,
        '| North gate |': `| ${long('tablecell')} |`,
        'label="Plots let"': `label="${long('keylabel')}"`,
        'detail="in the quarter"': `detail="${long('keydetail')}"`,
      })}\n${headings.join('')}${links}`,
  );
}

/** The kinds of charts over rows of a data set, with the columns that each needs. */
const CHARTS = {
  bars: 'first',
  columns: 'first',
  dots: 'first',
  diverging: 'first',
  grouped: 'first, second',
  stacked: 'first, second',
  slopes: 'first, second',
  lines: 'first, second',
};

/**
 * Puts long words into the estates review: pictures, tables and charts of measures and data sets. With `hasHeads`, a table has headings
 * above others.
 */
export function writeLongEstates(copy: Copy, { hasHeads = false } = {}): void {
  copy.change('data/2031-32-q2/estates-review.yaml', (text) =>
    replace(text, {
      'The stations are on one road': long('picture'),
      '1. the roof, and': `1. the ${long('roman')}, and`,
    }),
  );
  copy.change('data/measures.yaml', (text) =>
    replace(text, {
      'label: Repairs done': `label: ${long('row')}`,
      'label: Staff who find it warm enough': `label: ${long('series')}`,
      'short: Warm enough': `short: ${long('short')}`,
    }),
  );
  copy.change(
    'templates/estates-review/tables.yaml',
    (text) =>
      `${replace(text, {
        'title: Works and what staff say': `title: ${long('tabletitle')}`,
        'group: Works': `group: ${long('group')}`,
        'heading: Standing': `heading: ${long('columnhead')}`,
        'heading: Measure': `heading: ${long('corner')}`,
      })}  prices:
    kind: data
    title: ${long('datatitle')}
    data: prices
${
  hasHeads
    ? `    heads:
      - { label: ${long('upperhead')}, columns: [first, second] }
`
    : ''
}    column-notes: { first: ${long('columnnote')} }
`,
  );
  const charts = Object.entries(CHARTS).map(
    ([kind, columns]) => `  ${kind}-chart:
    kind: ${kind}
    title: A ${kind} chart
    subtitle: In points
    alternative: Marks.
    data: prices
    columns: [${columns}]
${kind === 'bars' ? `    target: { value: 3, name: ${long('target')} }\n` : ''}`,
  );
  copy.change(
    'templates/estates-review/charts.yaml',
    (text) =>
      replace(text, {
        'title: Warmth stands': `title: ${long('charttitle')} stands`,
        'subtitle: Staff who find it warm enough': `subtitle: ${long('subtitle')}`,
      }) + charts.join(''),
  );
  copy.write(
    'data/datasets.yaml',
    `datasets:
  prices:
    title: Prices
    source: Invented
    key: name
    columns:
      name: { label: ${long('rowheading')}, type: text }
      first: { label: ${long('first')}, type: count }
      second: { label: ${long('second')}, type: count }
`,
  );
  copy.write(
    'data/2031-32-q2/prices.csv',
    `name,first,second\n${long('dataname')},3,4\nShort,5,2\nOther,1,6\n`,
  );
  const inserts = Object.keys(CHARTS).map((kind) => `\n{{chart "${kind}-chart"}}\n`);
  copy.change(
    'templates/estates-review/sections/condition.md.hbs',
    (text) => `${text}\n\n{{table "prices"}}\n${inserts.join('')}`,
  );
}
