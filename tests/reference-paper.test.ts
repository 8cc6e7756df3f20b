import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fold, readPdf, type ReadPdf } from './support/read-pdf.js';
import { readStructure, walkElements } from './support/read-structure.js';
import { printOutcomes } from './support/print-outcomes.js';
import { copyProject, runPapers, type Copy } from './support/run-papers.js';

/** Builds the reference paper and compares its PDF with `seeds/`, the facts of the published paper. */
const readSeed = (name: string): unknown => parse(readFileSync(`seeds/${name}.yaml`, 'utf8'));

interface Headings {
  header: Record<string, string>;
  title: string;
  sections: { title: string; paragraphs: number; subs?: [string, number][] }[];
  appendices: string[];
}
interface Tables {
  'table-1': { windows: string[]; rows: Record<string, number[]> };
  'table-2': { rows: [string, string, number][] };
  'table-3': { rows: Record<string, number> };
}
type Facts = Record<string, Record<string, { fact: string; find: string[] }[]>>;

const headings = readSeed('headings') as Headings;
const tables = readSeed('tables') as Tables;
const facts = readSeed('facts') as Facts;

const FOLDER = 'output/2008-09-q3/tp-thematic-performance';
let copy: Copy;
let pdf: ReadPdf;
let csv: string;
/** The text of each part. The key "B 12" is a paragraph with its lists and tables, and "B 0" the whole section B. */
const parts = new Map<string, string>();

beforeAll(async () => {
  copy = copyProject('.');
  copy.change(
    `data/2008-09-q3/tp-thematic-performance.yaml`,
    (text) => text.replace('status: final', 'status: draft'), // so that the PDF has the draft mark
  );
  const run = runPapers(['build', '--root', copy.root]);
  expect(run.err).toBe('');
  pdf = await readPdf(readFileSync(join(copy.root, FOLDER, 'tp-thematic-performance.pdf')));
  csv = readFileSync(join(copy.root, FOLDER, 'figures.csv'), 'utf8');
  splitIntoParts(pdf);
});
afterAll(() => copy.remove());

/** Leaves out the contents list, which has the titles of all sections. */
function removeContents(body: string, last: string): string {
  const start = body.indexOf(' Contents ');
  const end = body.indexOf(` ${last} `, start) + last.length + 1;
  return body.slice(0, start) + body.slice(end);
}

/** Splits the body at the section headings, and each section at its paragraph numbers. All must be in order. */
function splitIntoParts({ body: printed, outline }: ReadPdf): void {
  const titles = outline.filter(({ level }) => level === 1).map(({ title }) => fold(title));
  const body = removeContents(printed, titles.at(-1) ?? '');
  let from = 0;
  titles.forEach((title, index) => {
    const start = body.indexOf(title, from);
    const next = titles[index + 1];
    const end = next === undefined ? body.length : body.indexOf(` ${next} `, start + title.length);
    expect(start, title).toBeGreaterThanOrEqual(0);
    const name = /^(?:([A-Z])\.|(Appendix \d+):|(.*)$)/.exec(title);
    splitIntoParagraphs(name?.[1] ?? name?.[2] ?? title, body.slice(start + title.length, end));
    from = end;
  });
}

function splitIntoParagraphs(section: string, text: string): void {
  parts.set(`${section} 0`, text);
  const count = headings.sections.find(({ title }) => title.startsWith(`${section}.`))?.paragraphs ?? 0;
  let from = 0;
  for (let number = 1; number <= count; number++) {
    const start = text.indexOf(` ${number}. `, from);
    expect(start, `${section} ${number}`).toBeGreaterThanOrEqual(0);
    const end = number === count ? text.length : text.indexOf(` ${number + 1}. `, start + 1);
    parts.set(`${section} ${number}`, text.slice(start, end));
    from = start + 1;
  }
}

const all = Object.entries(facts).flatMap(([section, paragraphs]) =>
  Object.entries(paragraphs).flatMap(([paragraph, entries]) =>
    entries.map(({ fact, find }) => [`${section} ${paragraph}`, fact, find] as const),
  ),
);

test.each(all)('states in paragraph %s: %s', (part, _fact, find) => {
  const text = (parts.get(part) ?? '').replace(/([/-]) /g, '$1'); // a line can end after a stroke or hyphen
  const everywhere = [...parts.values()].join(' '); // a table may stand below the text after it
  const missing = find.filter((phrase) => !occurs(phrase, phrase.startsWith('▲') ? everywhere : text));
  expect(missing, text).toEqual([]);
});

function occurs(phrase: string, text: string): boolean {
  const pattern = /^\/(.*)\/$/.exec(phrase);
  return pattern
    ? new RegExp(pattern[1] ?? '', 'i').test(text)
    : text.toLowerCase().includes(fold(phrase).toLowerCase());
}

test('has seed facts for every paragraph of the published paper', () => {
  for (const { title, paragraphs } of headings.sections.filter((section) => section.paragraphs > 0))
    expect(Object.keys(facts[title.slice(0, 1)] ?? {})).toHaveLength(paragraphs);
});

test('prints the header block, the sections, the sub-headings and the appendices in order', () => {
  const first = fold(pdf.pages[0]?.text ?? '');
  for (const [name, value] of Object.entries(headings.header)) expect(first).toContain(`${name} ${value}`);
  const titles = pdf.outline.filter(({ level }) => level === 1).map(({ title }) => fold(title));
  expect(titles.slice(0, headings.sections.length)).toEqual(headings.sections.map(({ title }) => title));
  headings.appendices.forEach((appendix, index) =>
    expect(titles[headings.sections.length + index]).toMatch(new RegExp(`^${appendix}: `)),
  );
  for (const [sub, number] of headings.sections.flatMap(({ subs }) => subs ?? [])) {
    const before = parts.get(`B ${number - 1}`) ?? parts.get('B 0') ?? '';
    expect(before).toContain(sub);
  }
});

test('prints every cell of Table 1', () => {
  const text = [...parts.values()].join(' '); // the table may stand below the text after it
  expect(text).toContain(`Measure ${tables['table-1'].windows.join(' ')}`);
  for (const [label, values] of Object.entries(tables['table-1'].rows))
    expect(text).toContain(`${label} ${values.map((value) => `${value}%`).join(' ')}`);
  for (const mark of ['63% to 65%', '▲ Better', '▲ Probably worse']) expect(text).toContain(mark);
});

test('gives every cell of the published Table 2 in the alternative of Figure 2, with shared ranks', async () => {
  const { root } = await readStructure(readFileSync(join(copy.root, FOLDER, 'tp-thematic-performance.pdf')));
  const alternatives = [...walkElements(root)].flatMap(({ alt }) => alt ?? []).join(' ');
  for (const [rank, borough, value] of tables['table-2'].rows)
    expect(alternatives).toMatch(
      new RegExp(`${borough}: ${value}% \\(\\d+% to \\d+%\\), rank ${rank}, against London `),
    );
});

test('has every cell of the published Table 2 in the table behind Figure 2 of the HTML page', () => {
  const html = readFileSync(join(copy.root, FOLDER, 'tp-thematic-performance.html'), 'utf8');
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
  for (const [rank, borough, value] of tables['table-2'].rows)
    expect(text).toMatch(new RegExp(`${borough} ${value}% \\d+% to \\d+% ${rank} (Above|Below)`));
});

test('prints every cell of the published Table 3', () => {
  const text = [...parts.values()].join(' ');
  for (const [label, value] of Object.entries(tables['table-3'].rows))
    expect(text).toContain(`${label} ${String(value).replace(/\B(?=(\d{3})+$)/g, ',')}`);
});

test('links to destinations that exist, and contains no bitmap image', () => {
  const links = pdf.pages.flatMap((page) => page.links);
  expect(links.length).toBeGreaterThan(30);
  for (const { destination, url } of links)
    expect(url !== null || pdf.destinations.has(destination ?? ''), String(destination)).toBe(true);
  expect(pdf.images).toBe(0);
});

test('links a citation to the page of the cited paragraph', () => {
  const page = pdf.destinations.get('mps-performance') ?? 0;
  expect(pdf.pages[page - 1]?.text).toContain('Compared with 2007/08, confidence');
  for (const { title, page: number } of pdf.outline)
    expect(fold(pdf.pages[number - 1]?.text ?? '')).toContain(fold(title));
});

test('prints the page number and the draft mark on every page', () => {
  pdf.pages.forEach(({ text }, index) => {
    expect(text).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
    expect(text).toContain('DRAFT');
  });
});

test('writes the title, author, language and subject, and embeds the fonts', () => {
  expect(pdf.info).toMatchObject({
    Title: headings.title,
    Author: 'Assistant Commissioner, Territorial Policing',
    Language: 'en-GB',
  });
  expect(String(pdf.info['Subject'])).toContain('2 April 2009');
  expect(pdf.fonts.length).toBeGreaterThan(1);
  expect(pdf.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
});

test('writes figures.csv for spreadsheets, without formulas, and with the line of each value', () => {
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).not.toMatch(/(?:^|,)"?(?:[=+@]|-[A-Za-z])/m);
  const [head = [], ...lines] = csv.slice(1).trim().split('\r\n').map(cells);
  const rows = lines.map((row) => new Map(row.map((cell, index) => [head[index], cell])));
  expect(rows.length).toBeGreaterThan(150);
  for (const row of rows) {
    const read = (name: string): string => row.get(name) ?? '';
    const source = readFileSync(join(copy.root, read('file')), 'utf8').split('\n')[Number(read('line')) - 1];
    if (read('formula') !== '' || read('value') === '' || read('unit') === 'percentage points') continue;
    expect(source, [...row.values()].join(' | ')).toMatch(new RegExp(`\\b${read('value')}\\b`));
  }
});

function cells(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

test('adapts the sentences to other figures', async () => {
  const other = copyProject('.');
  printOutcomes(other);
  other.change('data/2008-09-q3/survey.yaml', (text) =>
    text.replace('confidence: 64', 'confidence: 50').replace('asb-worry: 42', 'asb-worry: 39'),
  );
  expect(runPapers(['build', '--root', other.root]).code).toBe(0);
  const { body } = await readPdf(readFileSync(join(other.root, FOLDER, 'tp-thematic-performance.pdf')));
  other.remove();
  expect(body).toContain('fell by 6 percentage points, from 56% to 50%');
  expect(body).toContain(
    'Worry about anti-social behaviour fell by 1 percentage point, from 40% to 39%, a change too close to call',
  );
  expect(body).toContain('the result is too close to call. That is so of worry about anti-social behaviour');
});

test('does not call a change larger than chance if rounding decides it, and explains a change that cannot be tested', async () => {
  const other = copyProject('.');
  printOutcomes(other);
  other.change('data/2008-09-q3/survey.yaml', (text) =>
    text
      .replace('confidence: 64', 'confidence: { value: 58, base: 2000 }')
      .replace('asb-worry: 42', 'asb-worry: 40'),
  );
  other.change('data/2007-08-q4/survey.yaml', (text) => text.replace('  dealing: 62\n', ''));
  expect(runPapers(['build', '--root', other.root]).code).toBe(0);
  const { body } = await readPdf(readFileSync(join(other.root, FOLDER, 'tp-thematic-performance.pdf')));
  other.remove();
  expect(body).toContain('from 56% to 58%, a change too close to call');
  expect(body).toContain(
    'Worry about anti-social behaviour stayed the same, at 40%, though rounding may hide a change',
  );
  expect(body).toContain(
    'Dealing with local issues of concern stood at 65%; the figure cannot be compared with 2007/08 (not published)',
  );
  expect(body).toContain('not tested: not published for 2007/08');
  expect(body).toContain('Four changes were tested together');
});

test('builds the same bytes in another folder, time zone and locale', () => {
  const other = copyProject(copy.root);
  expect(
    runPapers(['build', '--root', other.root], {
      program: 'dist/cli.js',
      env: { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8' },
    }).code,
  ).toBe(0);
  for (const name of ['tp-thematic-performance.pdf', 'tp-thematic-performance.html', 'figures.csv'])
    expect(
      readFileSync(join(other.root, FOLDER, name)).equals(readFileSync(join(copy.root, FOLDER, name))),
    ).toBe(true);
  other.remove();
});
