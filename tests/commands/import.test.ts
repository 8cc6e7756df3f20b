import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeWorkbook } from '../support/make-workbook.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Imports of spreadsheets. All figures are invented. */
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);
const read = (path: string): string => readFileSync(join(copy.root, path), 'utf8');
const exists = (path: string): boolean => existsSync(join(copy.root, path));
const FOLDER = 'data/2025-26-q1';
const SECTION = 'templates/finance-monitor/sections/position.md.hbs';
const LETTERS = `Category,Last year,"Answered, on time",2025/26,Month,Remarks
Missed bins,131,64%,£5.25,April 2025,
Street lights,40 [p],70%,not available,May 2025,
Parks,"1,207",81.5%,£7,May 2025,
`;

/** Writes a file outside the folders of the project's data, and returns its path. */
function write(name: string, content: string | Uint8Array): string {
  copy.write(`exports/${name}`, content);
  return join(copy.root, 'exports', name);
}

test('defines a data set from a CSV file, copies the file, and prints what it understood', () => {
  const before = read('data/datasets.yaml');
  const { code, out, err } = papers('import', write('export.csv', LETTERS), '--as', 'letters');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(read('data/datasets.yaml')).toBe(`${before}  letters:
    title: Letters
    columns:
      category: { label: Category, type: text }
      last-year: { label: Last year, type: count }
      answered-on-time: { label: "Answered, on time", type: percent }
      c-2025-26: { label: 2025/26, type: pounds }
      month: { label: Month, type: text }
      remarks: { label: Remarks, type: text }
`);
  expect(read(`${FOLDER}/letters.csv`)).toBe(LETTERS);
  expect(out).toMatch(/exports\/export\.csv: 3 rows, 6 columns, for 2025\/26 Q1/);
  expect(out).toMatch(/last-year +count +Last year +3 +131 \| 40 \[p\] \| 1,207 +1 provisional\n/);
  expect(out).toMatch(/c-2025-26 +pounds +2025\/26 +3 +£5\.25 \| not available \| £7 +1 not available\n/);
  expect(out).toContain('The column "Remarks" is empty');
  expect(out).toContain('The column "Month" ends on 31 May 2025, and 2025/26 Q1 ends on 30 June 2025');
  expect(out).toContain('Next: insert {{table "letters"}} in a section');
});

test('makes a data set that the paper prints', () => {
  papers('import', write('export.csv', LETTERS), '--as', 'letters');
  copy.change(SECTION, (text) => `${text}\n\n{{table "letters"}}\n`);
  expect(papers('build')).toMatchObject({ code: 0 });
  expect(read('output/2025-26-q1/finance-monitor/figures.csv')).toMatch(/data\.letters\.parks\.last-year/);
});

test('reads a sheet of a workbook below a title, and keeps the choice in a YAML file', () => {
  const book = makeWorkbook({
    sheets: [
      { name: 'Cover', cells: { A1: 'Invented' } },
      {
        name: 'Q1',
        cells: {
          A1: 'Title',
          A3: 'Site',
          B3: 'Used',
          A4: 'North',
          B4: [0.645, '0%'],
          A5: 'South',
          B5: [0.5, '0%'],
        },
      },
    ],
  });
  const file = write('sites.xlsx', book);
  const unnamed = papers('import', file, '--as', 'sites');
  expect(unnamed.code).toBe(1);
  expect(unnamed.err).toMatch(/sites\.xlsx.*the workbook has 2 sheets/);
  expect(unnamed.out).toContain('--sheet names the sheet');
  const { code, out, err } = papers('import', file, '--as', 'sites', '--sheet', 'Q1', '--header-row', '3');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/used +percent +Used +2 +65% \| 50%|used +percent +Used +2 +64% \| 50%/);
  expect(read(`${FOLDER}/sites.yaml`)).toBe('file: sites.xlsx\nsheet: Q1\nheader-row: 3\n');
  expect(readFileSync(join(copy.root, FOLDER, 'sites.xlsx')).equals(book)).toBe(true);
  expect(papers('check').code).toBe(0);
});

test('names rows of the period before that are missing', () => {
  copy.write('data/2024-25-q4/visits.csv', 'Site,Visits\nNorth,1\nSouth,2\nWest,3\n');
  const { code, out } = papers('import', write('v.csv', 'Site,Visits\nNorth,4\nSouth,5\n'), '--as', 'visits');
  expect(code).toBe(0);
  expect(out).toContain('A row of 2024/25 Q4 is missing: West.');
  expect(out).toContain('The file has 2 rows, and 2024/25 Q4 has 3');
});

test('keeps a file that is already where the paper reads it', () => {
  copy.write(`${FOLDER}/visits.csv`, 'Site,Visits\nNorth,4\n');
  const { code, out } = papers('import', join(copy.root, FOLDER, 'visits.csv'), '--as', 'visits');
  expect(code).toBe(0);
  expect(out).toMatch(/kept .*visits\.csv unchanged/);
});

test('writes nothing with --dry-run, and prints JSON', () => {
  const before = read('data/datasets.yaml');
  const { code, out } = papers('import', write('e.csv', LETTERS), '--as', 'letters', '--dry-run', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    dataSet: 'letters',
    period: '2025-26-q1',
    file: 'exports/e.csv',
    rows: 3,
    dryRun: true,
    written: [],
    columns: [
      { name: 'category', type: 'text', filled: 3 },
      { name: 'last-year', marks: { provisional: 1 } },
      {},
      {},
      {},
      {},
    ],
    gaps: [{ kind: 'empty-column' }, { kind: 'ends-early' }],
  });
  expect(read('data/datasets.yaml')).toBe(before);
  expect(exists(`${FOLDER}/letters.csv`)).toBe(false);
});

test('makes data/datasets.yaml and the folder of a new period', () => {
  copy.write('data/datasets.yaml', 'datasets: {}\n');
  const file = write('e.csv', LETTERS);
  expect(papers('import', file, '--as', 'letters', '--period', '2025-26-q2').code).toBe(0);
  expect(exists('data/2025-26-q2/letters.csv')).toBe(true);
  expect(read('data/datasets.yaml')).toMatch(/^datasets:\n {2}letters:\n {4}title: Letters\n/);
});

test.each([
  ['doubled rows', 'Site,Visits\nNorth,4\nNorth,5\n', /bad\.csv:3:1: error: the row "North" is here twice/],
  [
    'a doubled column',
    'Site,Visits,Visits\nNorth,4,5\n',
    /bad\.csv:1:13: error: the column "Visits" is here twice/,
  ],
  [
    'an open quotation mark',
    'Site,Visits\n"North,4\n',
    /bad\.csv:2:1: error: this quotation mark \("\) is never closed/,
  ],
  ['an empty file', '', /bad\.csv:1:1: error: the file has no row of headings here/],
])('reports %s at its place, and writes nothing', (_, content, message) => {
  const before = read('data/datasets.yaml');
  const { code, out, err } = papers('import', write('bad.csv', content), '--as', 'visits');
  expect(code).toBe(1);
  expect(err).toMatch(message);
  expect(out).toContain('Nothing was imported.');
  expect(read('data/datasets.yaml')).toBe(before);
  expect(exists(`${FOLDER}/visits.csv`)).toBe(false);
});

test('tells columns apart whose headings give the same name', () => {
  const { code } = papers(
    'import',
    write('e.csv', 'Site,Change,% change,£\nNorth,1,2%,3\n'),
    '--as',
    'visits',
  );
  expect(code).toBe(0);
  expect(read('data/datasets.yaml')).toContain(`change-1: { label: Change, type: count }
      change-2: { label: "% change", type: percent }
      column-4: { label: £, type: count }`);
});

test.each([
  [['e.csv', '--as', 'budget'], 'data/datasets.yaml already defines budget'],
  [['e.csv', '--as', 'debts'], 'data/2025-26-q1/debts.csv exists already with other content'],
  [['e.csv', '--as', 'Two Words'], 'Did you mean two-words?'],
  [['e.csv', '--as', 'facts'], 'a data set must not be called "facts"'],
  [['e.csv', '--as', 'finance-monitor'], 'a data set must not be called "finance-monitor"'],
  [['e.csv', '--as', 'x', '--period', '2025-26-q5'], '"2025-26-q5" is not a period of this project'],
  [['e.csv', '--as', 'x', '--sheet', 'Q1'], 'only a workbook has sheets'],
  [['missing.csv', '--as', 'x'], 'there is no file'],
  [['notes.txt', '--as', 'x'], 'notes.txt is not a spreadsheet'],
  [['e.csv', '--as', 'x', '--header-row', '0'], 'Write the number of a row'],
  [['e.csv'], "required option '--as <name>' not specified"],
])('refuses %j', ([name = '', ...args], message) => {
  write('e.csv', LETTERS);
  const { code, err } = papers('import', join(copy.root, 'exports', name), ...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('names what to check in a return: words among numbers, fill rates above 100%, and a row of totals', () => {
  const file = write(
    'staffing.csv',
    'Ward,Fill rate,Falls,Sickness\nAsh,97.1%,6,4.1%\nElm,103.4%,<5,n/a\nOak,95%,*,3%\nYew,91%,8,2.5%\nTrust total,96.2%,22,3.4%\n',
  );
  const { code, out } = papers('import', file, '--as', 'staffing');
  expect(code).toBe(0);
  expect(out).toContain(
    'The column "Falls" is text, because of "<5", "*" among its numbers. Write [c] for confidential, [x] for not available or [z] for not applicable there, and type: count in data/datasets.yaml.',
  );
  expect(out).toContain('The column "Sickness" is text, because of "n/a" among its numbers.');
  expect(out).toContain('Percentages below 0 or above 100 are in "Fill rate".');
  expect(out).toContain('The row "Trust total" looks like a total.');
  expect(read('data/datasets.yaml')).toContain(
    'fill-rate: { label: Fill rate, type: percent, confirmed: true }',
  );
});

test.each([
  ['in CSV', 'title.csv', 'Return of the trust,,\nOctober 2025,,\n\nWard,Beds,Falls\nAsh,28,6\nElm,30,9\n'],
  [
    'in a workbook',
    'title.xlsx',
    makeWorkbook({
      sheets: [
        {
          name: 'Return',
          cells: {
            A1: 'Return of the trust',
            A2: 'October 2025',
            A4: 'Ward',
            B4: 'Beds',
            A5: 'Ash',
            B5: 28,
            A6: 'Elm',
            B6: 30,
          },
        },
      ],
    }),
  ],
])('names the row that has the headings under a title, once, %s', (_where, name, content) => {
  const { code, err } = papers('import', write(name, content), '--as', 'beds');
  expect(code).toBe(1);
  expect(err).toContain(
    'hint: The headings seem to be in row 4. Write header-row: 4 in a YAML file beside the',
  );
  expect(err).toContain('1 error, 0 warnings');
  expect(papers('import', join(copy.root, 'exports', name), '--as', 'beds', '--header-row', '4').code).toBe(
    0,
  );
});
