import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, describe, expect, test } from 'vitest';
import { checkPortableNames } from '../../src/inputs/check-portable-names.js';
import { findTrueName } from '../../src/inputs/find-true-name.js';
import { isInside } from '../../src/inputs/is-inside.js';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Projects as git and editors on Windows write them. */
let copy: Copy;
afterEach(() => copy.remove());

/** Ends each line of every file as Windows does. */
function convertToWindows(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) convertToWindows(path);
    else writeFileSync(path, readFileSync(path, 'utf8').replace(/\r?\n/g, '\r\n'));
  }
}

async function readSources(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const attachments = (await pdf.getAttachments()) as Record<string, { content: Uint8Array }>;
  return unzipSync(attachments['sources.zip']?.content ?? new Uint8Array());
}

describe.each([
  ['the reference paper', '.', 'output/2008-09-q3/tp-thematic-performance/tp-thematic-performance'],
  [
    'a paper with lists and areas',
    'tests/papers/parks-update',
    'output/2024-25-q2/parks-update/parks-update',
  ],
])('%s with the line ends of Windows', (_name, from, output) => {
  test('has the same page, the same figures and the same words in its PDF', async () => {
    copy = copyProject(from);
    const build = async () => {
      const { code, err } = runPapers(['build', '--root', copy.root]);
      expect(code).toBe(0);
      const read = (name: string): Buffer => readFileSync(join(copy.root, name));
      const pdf = read(`${output}.pdf`);
      const { pages, outline, info } = await readPdf(pdf);
      return {
        err,
        pages,
        outline,
        info,
        html: read(`${output}.html`).toString(),
        figures: read(join(output, '../figures.csv')).toString(),
        sources: await readSources(pdf),
      };
    };
    const { sources, ...plain } = await build();
    for (const folder of ['data', 'templates']) convertToWindows(join(copy.root, folder));
    const { sources: windowsSources, ...windows } = await build();
    expect(windows).toEqual(plain);
    const names = Object.keys(sources).filter((name) => name !== 'build.json');
    for (const name of names)
      expect(windowsSources[name]).toEqual(new Uint8Array(readFileSync(join(copy.root, name))));
    expect(names.length).toBeGreaterThan(8);
  });
});

test('reports the same problems at the same places with the line ends of Windows', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text
      .replace('{{facts.budget}}', '{{facts.nothing}}')
      .replace('Oak ones.', 'Oak ones {{#if facts.bins}}.'),
  );
  copy.change('data/2024-25-q2/facts.yaml', (text) => `${text}unknown-key: 1\n`);
  const plain = runPapers(['check', '--root', copy.root]);
  convertToWindows(join(copy.root, 'data'));
  const windows = runPapers(['check', '--root', copy.root]);
  expect(windows).toEqual(plain);
  expect(plain.err).toContain('unknown-key');
});

test('starts the next quarter with the line ends of the last one', () => {
  copy = copyProject('tests/papers/parks-update');
  convertToWindows(join(copy.root, 'data'));
  const { code } = runPapers(['new', '2024-25-q3', '--meeting', '2025-02-04', '--root', copy.root]);
  expect(code).toBe(0);
  const names = readdirSync(join(copy.root, 'data/2024-25-q3')).map((name) => `2024-25-q3/${name}`);
  expect(names.length).toBeGreaterThan(3);
  for (const name of [...names, 'meetings.yaml']) {
    const text = readFileSync(join(copy.root, 'data', name), 'utf8');
    expect([name, text.match(/(?<!\r)\n/g)]).toEqual([name, null]);
  }
});

test('builds in a folder with spaces and brackets, and prints paths with /', () => {
  copy = copyProject('tests/papers/parks-update');
  const parent = mkdtempSync(join(tmpdir(), 'papers-'));
  const root = join(parent, "The authority's papers (2)");
  renameSync(copy.root, root);
  const { code, out } = runPapers(['build', '--root', root], { cwd: parent });
  expect(code).toBe(0);
  expect(out).toContain("made The authority's papers (2)/output/2024-25-q2/parks-update/parks-update.pdf\n");
  rmSync(parent, { recursive: true });
});

test('finds names that Windows cannot have, each with its reason', () => {
  copy = copyProject('tests/checks/paper');
  const find = (...paths: string[]): string[] => checkPortableNames(paths, []).map(({ message }) => message);
  const names = [
    'aux.yaml',
    'NUL',
    'com1.md.hbs',
    'lpt9',
    'trailing.',
    'trailing ',
    'a:b.yaml',
    'what?.yaml',
  ];
  expect(names.map((name) => find(`templates/review/${name}`))).toEqual([
    ['Windows reserves the name "aux.yaml" for a device'],
    ['Windows reserves the name "NUL" for a device'],
    ['Windows reserves the name "com1.md.hbs" for a device'],
    ['Windows reserves the name "lpt9" for a device'],
    ['Windows drops the dot at the end of "trailing."'],
    ['Windows drops the space at the end of "trailing "'],
    ['Windows refuses ":" in a name'],
    ['Windows refuses "?" in a name'],
  ]);
  expect(find('templates/con/paper.yaml')).toHaveLength(1);
  expect(find('data/console.yaml', 'data/auxiliary.yaml', 'templates/com10.yaml', 'a/.hidden')).toEqual([]);
});

// Only Linux can have these files.
test.runIf(platform() === 'linux').each([
  ['templates/parks-update/partials/aux.md.hbs', 'Windows reserves the name "aux.md.hbs" for a device'],
  [
    'templates/parks-update/partials/Satisfaction.md.hbs',
    'its name differs from templates/parks-update/partials/Satisfaction.md.hbs only in capitals',
  ],
])('refuses to build from %s', (path, message) => {
  copy = copyProject('tests/papers/parks-update');
  copy.write(path, 'Words.\n');
  const { code, err } = runPapers(['check', '--root', copy.root]);
  expect(code).toBe(1);
  expect(err).toContain(message);
  expect(err).toContain('[name-is-portable]');
});

test('refuses a committee whose folder in the archive Windows cannot make', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/organisation.yaml', (text) => text.replace('parks:', 'con:'));
  copy.change('data/meetings.yaml', (text) => text.replace('committee: parks', 'committee: con'));
  const { code, err } = runPapers(['check', '--root', copy.root]);
  expect(code).toBe(1);
  expect(err).toMatch(/data\/organisation\.yaml:\d+:\d+: error: Windows cannot make a folder called "con"/);
});

test('knows the files inside a project by the rules of Windows', () => {
  copy = copyProject('tests/checks/paper');
  const isInsideThere = (file: string): boolean => isInside(String.raw`C:\My papers`, file, win32);
  expect(isInsideThere(String.raw`C:\My papers\data\survey.yaml`)).toBe(true);
  expect(isInsideThere(String.raw`c:\my PAPERS\data\survey.yaml`)).toBe(true);
  expect(isInsideThere(String.raw`C:\My papers\..data\survey.yaml`)).toBe(true);
  expect(isInsideThere(String.raw`C:\My papers 2\data\survey.yaml`)).toBe(false);
  expect(isInsideThere(String.raw`C:\secret.yaml`)).toBe(false);
  expect(isInsideThere(String.raw`D:\My papers\data\survey.yaml`)).toBe(false);
  expect(isInsideThere(String.raw`\\server\share\survey.yaml`)).toBe(false);
});

test('tells a file whose capitals differ from the name that is used', () => {
  copy = copyProject('tests/checks/paper');
  expect(findTrueName('data/survey.yaml', String.raw`C:\papers\data\Survey.yaml`)).toBe('Survey.yaml');
  expect(findTrueName('data/survey.yaml', '/papers/data/survey.yaml')).toBeNull();
  expect(findTrueName('data/survey.yaml', '/papers/data/linked-elsewhere.yaml')).toBeNull();
});
