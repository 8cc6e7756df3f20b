import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.js';
import type { BuildReport } from '../../src/build-report/build-report.js';
import { sha256 } from '../../src/sha256.js';
import { listOutputTexts } from '../support/list-output-texts.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';
import { isDone, runPreview } from '../support/run-preview.js';

/** Small counts of the invented staff report, through the commands that build and publish it. */
const PERIOD = 'data/2025-26-q1';
const FOLDER = 'output/archive/people/2025-09-10/7-staff-report/v1.0';
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/small-counts');
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);
const read = (path: string): string => readFileSync(join(copy.root, path), 'utf8');
const readBytes = (path: string): Buffer => readFileSync(join(copy.root, path));

/** Puts numbers into the project that stand nowhere else, all below a threshold of 1000. */
function plantDistinctiveNumbers(): void {
  copy.change('data/datasets.yaml', (text) => text.replaceAll('threshold: 5', 'threshold: 1000'));
  copy.change(`${PERIOD}/grievances.yaml`, (text) =>
    text
      .replace('value: 3,', 'value: 917,')
      .replace('# three', '# 917 people')
      .replace('upheld: 33.3', 'upheld: 91.73')
      .replaceAll(/(this-year|last-year): (\d\d)\b/g, '$1: 55$2'),
  );
  copy.change(`${PERIOD}/referrals-july.csv`, (text) =>
    text.replace('12 managers', '917 managers').replace('Workload,2,4', 'Workload,5526,917'),
  );
}

test('hides small counts and what would reveal them, and shows totals that do not', () => {
  expect(papers('build').code).toBe(0);
  const figures = read('output/2025-26-q1/staff-report/figures.csv');
  const printed = (row: string, column: string): string =>
    new RegExp(`Table \\d,${row},${column},([^,]*),`).exec(figures)?.[1] ?? '';
  const columns = [
    'Last year',
    'This year',
    'Both years',
    'Change',
    'Share of this year',
    'Upheld',
    'Last quarter',
  ];
  const readRow = (row: string): string[] => columns.map((column) => printed(row, column));
  expect(readRow('Dale')).toEqual(['17', '[c]', '[c]', '[c]', '[c]', '[c]', '[c]']);
  expect(readRow('North')).toEqual(['26', '[c]', '[c]', '[c]', '[c]', '[c]', '[c]']);
  expect(readRow('South')).toEqual(['31', '40', '71', "'+9", '59.7%', '45%', '31']);
  expect(readRow('Total').slice(0, 4)).toEqual(['93', '67', '160', '−26']);
  expect(['Staff', 'Managers'].map((column) => printed('Total', column))).toEqual(['48', '[c]']);
  expect(read('output/2025-26-q1/staff-report/staff-report.html')).toContain(
    '[c] a number from 1 to 4 is not shown, nor one that would reveal it, so that nobody can be identified',
  );
});

test('has no hidden number in any file of an issued version, and rebuilds it from its sources', async () => {
  plantDistinctiveNumbers();
  expect(papers('issue', '--as', '1.0').code).toBe(0);
  const texts = await listOutputTexts(join(copy.root, FOLDER));
  expect([...texts.keys()]).toEqual(
    expect.arrayContaining([
      `sources.zip/${PERIOD}/grievances.yaml`,
      'staff-report.pdf/sources.zip/build.json',
      'staff-report.pdf: pages',
      'figures.csv',
      'document.json',
      'manifest.json',
    ]),
  );
  const leaks = [...texts].filter(([, text]) => /917|91\.73/.test(text.replaceAll(/[0-9a-f]{32,}/g, '')));
  expect(leaks.map(([name]) => name)).toEqual([]);
  // Numbers of rows that are shown stay.
  expect(texts.get(`sources.zip/${PERIOD}/grievances.yaml`)).toContain('this-year: 5540');
  const { out, code } = papers('verify', '1.0');
  expect(out).toContain('The sources inside each version give the same bytes.');
  expect(code).toBe(0);
});

test('states the hash of the redacted file, from which nobody can work out a small count', () => {
  expect(papers('issue', '--as', '1.0').code).toBe(0);
  const { inputs } = JSON.parse(read(`${FOLDER}/manifest.json`)) as Manifest;
  const packed = unzipSync(readBytes(`${FOLDER}/sources.zip`));
  const report = join(copy.root, 'report.json');
  expect(papers('build', '--all', '--report', report).code).toBe(0);
  const { project } = JSON.parse(readFileSync(report, 'utf8')) as BuildReport;
  for (const path of [
    `${PERIOD}/grievances.yaml`,
    `${PERIOD}/referrals.yaml`,
    `${PERIOD}/referrals-july.csv`,
  ]) {
    const hash = sha256(packed[path] ?? Buffer.from(''));
    expect(inputs.find((input) => input.path === path)?.sha256).toBe(hash);
    expect(project.inputs.find((input) => input.path === path)?.sha256).toBe(hash);
    expect(hash).not.toBe(sha256(readBytes(path)));
  }
});

test('packs marks in place of hidden numbers, in the same lines, without comments', () => {
  expect(papers('issue', '--as', '1.0').code).toBe(0);
  const packed = unzipSync(readBytes(`${FOLDER}/sources.zip`));
  const readPacked = (path: string): string => Buffer.from(packed[path] ?? []).toString('utf8');
  expect(readPacked(`${PERIOD}/referrals-july.csv`)).toBe(
    '\n\nReason,Staff,Managers\n"Pay, leave",31,[c]\nWorkload,[c],[c]\n\nConduct,[c],[c]\nTotal,48,\n',
  );
  const yaml = readPacked(`${PERIOD}/grievances.yaml`).split('\n');
  expect(yaml[8]).toBe('    this-year: confidential ');
  expect(yaml[11]).toBe('      Training # not a comment');
  expect(yaml.slice(13)).toEqual(['  total: { this-year: 67 }', '']);
  expect(readPacked(`${PERIOD}/referrals.yaml`)).not.toContain('#');
});

test('shows no hidden number in the preview or in an explanation', async () => {
  plantDistinctiveNumbers();
  const preview = await runPreview(copy.root);
  await preview.until(isDone);
  const page = await preview.page();
  const state = JSON.stringify(preview.states);
  expect(await preview.end()).toBe(0);
  expect(page).toContain('Dale');
  expect(page + state).not.toMatch(/917|91\.73/);
  expect(papers('explain', 'data.grievances.dale.this-year').out).not.toMatch(/917/);
});

test('hides small counts in an exempt paper too, unless the data set shows them there', () => {
  const path = `${PERIOD}/staff-report.yaml`;
  copy.change(path, (text) => `exempt: { paragraph: 1, paragraphs: [counts] }\n${text}`);
  const dale = (folder: string): string => {
    expect(papers('build').code).toBe(0);
    const csv = read(`${folder}/2025-26-q1/staff-report/figures.csv`);
    return /Table 1,Dale,This year,([^,]*),/.exec(csv)?.[1] ?? '';
  };
  expect(dale('output/exempt')).toBe('[c]');
  copy.change('data/datasets.yaml', (text) =>
    text.replace('{ threshold: 5 }', '{ threshold: 5, show-in-exempt-papers: true }'),
  );
  expect(dale('output/exempt')).toBe('3 [p]');
  expect(dale('output')).toBe('[c]');
});

test('makes the next quarter from the original files', () => {
  expect(papers('new', '2025-26-q2', '--meeting', '2025-12-10', '--from', '2025-26-q1').code).toBe(0);
  expect(read('data/2025-26-q2/grievances.yaml')).not.toContain('total:');
  expect(read('data/2025-26-q2/referrals-july.csv')).toContain('Referrals: 12 managers');
});

test.each([
  [
    'a file of two data sets, of which one hides counts',
    'data/datasets.yaml',
    (text: string) => text.replace('datasets:\n', 'datasets:\n  open:\n    title: Open\n'),
    'data/2025-26-q1/open.yaml',
    'file: referrals-july.csv\nheader-row: 3\n',
    'read the same file, and small counts of it are hidden',
  ],
  [
    'a stated total that is not the sum of its column',
    'data/datasets.yaml',
    (text: string) => text.replace('threshold: 5', 'threshold: 3'),
    `${PERIOD}/grievances.yaml`,
    'source: Invented\nrows:\n  north: { this-year: 40 }\n  total: { this-year: 41 }\n',
    'the total is 41, but the rows add up to 40',
  ],
  [
    'a threshold of 2, at which every hidden count is 1',
    'data/datasets.yaml',
    (text: string) => text.replace('threshold: 5', 'threshold: 2'),
    `${PERIOD}/notes.txt`,
    '',
    'data/datasets.yaml:6:',
  ],
])('refuses %s', (_, path, edit, other, content, message) => {
  copy.change(path, edit);
  copy.write(other, content);
  const { code, err } = papers('build');
  expect(err).toContain(message);
  expect(code).toBe(1);
});
