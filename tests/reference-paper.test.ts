import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fold, readPdf, type ReadPdf } from './support/read-pdf.js';
import { copyProject, runPapers, type Copy } from './support/run-papers.js';

/** Builds the reference paper, reads the PDF back, and holds it against `seeds/`: the facts of the published paper. */
const seed = (name: string): unknown => parse(readFileSync(`seeds/${name}.yaml`, 'utf8'));

interface Headings {
  header: Record<string, string>;
  title: string;
  sections: { title: string; paragraphs: number; subs?: [string, number][] }[];
  appendices: string[];
}
interface Tables {
  'table-1': { columns: string[]; rows: Record<string, number[]> };
  'table-2': { rows: [string, string, number][] };
  'table-3': { rows: Record<string, number> };
}
type Facts = Record<string, Record<string, { fact: string; find: string[] }[]>>;

const headings = seed('headings') as Headings;
const tables = seed('tables') as Tables;
const facts = seed('facts') as Facts;

const FOLDER = 'output/2008-09-q3/tp-thematic-performance';
let copy: Copy;
let pdf: ReadPdf;
let csv: string;
/** The text of each part: "B 12" is a paragraph with what belongs to it, "E" a section. */
const parts = new Map<string, string>();

beforeAll(async () => {
  copy = copyProject('.');
  copy.change(
    `data/2008-09-q3/tp-thematic-performance.yaml`,
    (text) => text.replace('status: final', 'status: draft'), // so that the draft mark is there to be looked for
  );
  const run = runPapers(['build', '--root', copy.root]);
  expect(run.err).toBe('');
  pdf = await readPdf(readFileSync(join(copy.root, FOLDER, 'tp-thematic-performance.pdf')));
  csv = readFileSync(join(copy.root, FOLDER, 'figures.csv'), 'utf8');
  splitIntoParts(pdf);
});
afterAll(() => copy.remove());

/** Cuts the body at the sections' headings, and each section at its paragraphs' numbers, which must come in order. */
function splitIntoParts({ body, outline }: ReadPdf): void {
  const titles = outline.filter(({ level }) => level === 1).map(({ title }) => fold(title));
  let from = body.lastIndexOf(`${titles.at(-1) ?? ''} `, body.indexOf(' This report names')) + 1; // past the contents list
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
    entries.map(({ fact, find }) => ({
      name: `${section} ${paragraph}: ${fact}`,
      part: `${section} ${paragraph}`,
      find,
    })),
  ),
);

test.each(all)('$name', ({ part, find }) => {
  const text = parts.get(part) ?? '';
  const missing = find.filter((wanted) => !occurs(wanted, text));
  expect(missing, text).toEqual([]);
});

function occurs(wanted: string, text: string): boolean {
  const pattern = /^\/(.*)\/$/.exec(wanted);
  return pattern
    ? new RegExp(pattern[1] ?? '', 'i').test(text)
    : text.toLowerCase().includes(fold(wanted).toLowerCase());
}

test('every paragraph of the published paper has facts to look for', () => {
  for (const { title, paragraphs } of headings.sections.filter((one) => one.paragraphs > 0))
    expect(Object.keys(facts[title.slice(0, 1)] ?? {})).toHaveLength(paragraphs);
});

test('the header block, the sections, the sub-headings and the appendices come in order', () => {
  const first = fold(pdf.pages[0]?.text ?? '');
  for (const [name, value] of Object.entries(headings.header)) expect(first).toContain(`${name} ${value}`);
  const found = pdf.outline.filter(({ level }) => level === 1).map(({ title }) => fold(title));
  expect(found.slice(0, headings.sections.length)).toEqual(headings.sections.map(({ title }) => title));
  headings.appendices.forEach((appendix, index) =>
    expect(found[headings.sections.length + index]).toMatch(new RegExp(`^${appendix}: `)),
  );
  for (const [sub, number] of headings.sections.flatMap(({ subs }) => subs ?? [])) {
    const before = parts.get(`B ${number - 1}`) ?? parts.get('B 0') ?? '';
    expect(before).toContain(sub);
  }
});

test('Table 1 has every cell', () => {
  const text = parts.get('B 43') ?? '';
  expect(text).toContain(`Measure ${tables['table-1'].columns.join(' ')}`);
  for (const [label, values] of Object.entries(tables['table-1'].rows))
    expect(text).toContain(`${label} ${values.map((value) => `${value}%`).join(' ')}`);
});

test('Table 2 has every cell, with shared ranks', () => {
  const text = parts.get('B 44') ?? '';
  for (const [rank, borough, value] of tables['table-2'].rows)
    expect(text).toContain(`${rank} ${borough} ${value}%`);
});

test('Table 3 has every cell', () => {
  const text = parts.get('B 45') ?? '';
  for (const [label, value] of Object.entries(tables['table-3'].rows))
    expect(text).toContain(`${label} ${String(value).replace(/\B(?=(\d{3})+$)/g, ',')}`);
});

test('links lead to destinations that exist; nothing is a picture of points', () => {
  const links = pdf.pages.flatMap((page) => page.links);
  expect(links.length).toBeGreaterThan(30);
  for (const { destination, url } of links)
    expect(url !== null || pdf.destinations.has(destination ?? ''), String(destination)).toBe(true);
  expect(pdf.images).toBe(0);
});

test('a citation leads to the page that has what it cites', () => {
  const page = pdf.destinations.get('mps-performance') ?? 0;
  expect(pdf.pages[page - 1]?.text).toContain('Compared with 2007/08, confidence');
  for (const { title, page: number } of pdf.outline)
    expect(fold(pdf.pages[number - 1]?.text ?? '')).toContain(fold(title));
});

test('pages are numbered, and a draft says so on each', () => {
  pdf.pages.forEach(({ text }, index) => {
    expect(text).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
    expect(text).toContain('DRAFT');
  });
});

test('the file says what it is, and its fonts are inside', () => {
  expect(pdf.info).toMatchObject({
    Title: headings.title,
    Author: 'Assistant Commissioner, Territorial Policing',
    Language: 'en-GB',
  });
  expect(String(pdf.info['Subject'])).toContain('2 April 2009');
  expect(pdf.fonts.length).toBeGreaterThan(1);
  expect(pdf.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
});

test('figures.csv opens in a spreadsheet, runs nothing there, and every line it names holds the value', () => {
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).not.toMatch(/(?:^|,)"?(?:[=+@]|-[A-Za-z])/m);
  const rows = csv.trim().split('\r\n').slice(1).map(cells);
  expect(rows.length).toBeGreaterThan(150);
  for (const row of rows) {
    const [file = '', line = ''] = row.slice(-2);
    const source = readFileSync(join(copy.root, file), 'utf8').split('\n')[Number(line) - 1] ?? '';
    const [unit, formula] = [row[10], row[13] ?? ''];
    if (formula === '' && row[7] !== '') {
      const value = Number(row[7]) * (unit === 'percent' ? 100 : 1);
      expect(source, row.join(' | ')).toMatch(new RegExp(`\\b${Math.round(value)}\\b`));
    }
  }
});

function cells(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

test('with other figures the sentences follow', async () => {
  const other = copyProject('.');
  other.change('data/2008-09-q3/survey.yaml', (text) =>
    text.replace('confidence: 64', 'confidence: 50').replace('asb-worry: 42', 'asb-worry: 39'),
  );
  expect(runPapers(['build', '--root', other.root]).code).toBe(0);
  const { body } = await readPdf(readFileSync(join(other.root, FOLDER, 'tp-thematic-performance.pdf')));
  other.remove();
  expect(body).toContain('fell by 6 percentage points, from 56% to 50%');
  expect(body).toContain(
    'Worry about anti-social behaviour fell by 1 percentage point, from 40% to 39%, a statistically significant improvement',
  );
  expect(body).toContain('Rounding alone could account for the change in worry about anti-social behaviour');
});

test('a small change is not called significant, and a change that cannot be tested says why', async () => {
  const other = copyProject('.');
  other.change('data/2008-09-q3/survey.yaml', (text) =>
    text
      .replace('confidence: 64', 'confidence: { value: 58, base: 2000 }')
      .replace('asb-worry: 42', 'asb-worry: 40'),
  );
  other.change('data/2007-08-q4/survey.yaml', (text) => text.replace('  dealing: 62\n', ''));
  expect(runPapers(['build', '--root', other.root]).code).toBe(0);
  const { body } = await readPdf(readFileSync(join(other.root, FOLDER, 'tp-thematic-performance.pdf')));
  other.remove();
  expect(body).toContain('from 56% to 58%, which is not a statistically significant change');
  expect(body).toContain('Worry about anti-social behaviour did not change, at 40%');
  expect(body).toContain(
    'Dealing with local issues of concern cannot be compared (not published for 2007/08)',
  );
  expect(body).toContain('not tested: not published for 2007/08');
  expect(body).toContain('Four changes were tested together');
});

test('the same inputs give the same bytes in another folder, time zone and locale', () => {
  const other = copyProject(copy.root);
  expect(
    runPapers(['build', '--root', other.root], { env: { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8' } })
      .code,
  ).toBe(0);
  for (const name of ['tp-thematic-performance.pdf', 'tp-thematic-performance.html', 'figures.csv'])
    expect(
      readFileSync(join(other.root, FOLDER, name)).equals(readFileSync(join(copy.root, FOLDER, name))),
    ).toBe(true);
  other.remove();
});
