import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

/** A project with two issued versions, and a working copy that differs from both. */
const PAPER = 'data/2024-25-q2/parks-update.yaml';
let copy: Copy;
let temporary: string;

function papers(...args: string[]): Run {
  return runPapers([...args, '--root', copy.root], { env: { TMPDIR: temporary } });
}

beforeAll(() => {
  copy = copyProject('tests/papers/parks-update');
  temporary = join(copy.root, 'temporary');
  mkdirSync(temporary);
  expect(papers('issue', '--as', '0.1').code).toBe(0);
  copy.change(PAPER, (text) => text.replace('stays **small**', 'remains **small**'));
  expect(papers('issue', '--as', '1.0', '--note', 'A word.').code).toBe(0);
  copy.change(PAPER, (text) => text.replace('remains **small**', 'is **small**'));
});
afterAll(() => copy.remove());

const versionFolder = (version: string): string =>
  join(copy.root, 'output/archive/parks/2024-11-05/012-parks-update', `v${version}`);
const pdf = (version: string): string =>
  join(
    versionFolder(version),
    readdirSync(versionFolder(version)).find((file) => file.endsWith('.pdf')) ?? '',
  );

/** Lists the replaced words of the paragraph that changes, as "old → new". */
function listReplacements({ out, err, code }: Run): string[] {
  expect(err).toBe('');
  expect(code).toBe(0);
  const { changes } = JSON.parse(out) as {
    changes: { name: string; text: { kind: string; before: string; after: string }[] }[];
  };
  const text = changes.find(({ name }) => name === 'paragraph 1.2')?.text ?? [];
  return text
    .filter(({ kind }) => kind === 'changed')
    .map(({ before, after }) => `${before.trim()} → ${after.trim()}`);
}

test('finds an issued version by number, by folder and by file', () => {
  expect(listReplacements(papers('diff', '0.1', '1.0', '--json'))).toEqual(['stays → remains']);
  expect(listReplacements(papers('diff', '1.0', 'working', '--json'))).toEqual(['remains → is']);
  expect(listReplacements(papers('diff', 'working', '0.1', '--json'))).toEqual(['is → stays']);
  expect(listReplacements(papers('diff', versionFolder('0.1'), pdf('1.0'), '--json'))).toEqual([
    'stays → remains',
  ]);
});

test('compares a mailed PDF if there is no archive', () => {
  const mailed = join(temporary, 'mailed.pdf');
  writeFileSync(mailed, readFileSync(pdf('0.1')));
  const elsewhere = copyProject('tests/papers/parks-update');
  const run = runPapers(['diff', mailed, 'working', '--root', elsewhere.root, '--json']);
  elsewhere.remove();
  expect((JSON.parse(run.out) as { changes: { name: string }[] }).changes.map(({ name }) => name)).toEqual([
    'status',
    'version',
  ]);
});

test('prints a short summary in the terminal', () => {
  expect(papers('diff', '0.1', '1.0').out).toBe(`Parks update: from 0.1 to 1.0
  2 properties of the paper changed
  1 paragraph reworded

The paper
  status: draft → final
  version: Draft 0.1 of 25 October 2024 → Version 1.0, 25 October 2024

1 Progress
  paragraph 1.2 reworded
      Research and development (R&D) <10% of the budget [-stays-] {+remains+} small, and R&D does not grow; …
`);
  expect(papers('diff', '1.0', '1.0').out).toContain('Nothing has changed.');
});

test('writes the redline page whole, with the same bytes for the same versions', () => {
  const page = join(copy.root, 'pages/redline.html');
  expect(papers('diff', '0.1', '1.0', '--format', 'html', '--output', page).out).toBe(`made ${page}\n`);
  const first = readFileSync(page, 'utf8');
  expect(first).toContain(
    '<del><span class="visually-hidden">removed: </span>stays<span class="visually-hidden">; </span></del>',
  );
  papers('diff', '0.1', '1.0', '--format', 'html', '--output', page);
  expect(readFileSync(page, 'utf8')).toBe(first);
  expect(readdirSync(join(copy.root, 'pages'))).toEqual(['redline.html']);
});

test.each([
  ['a version that has not been issued', () => '0.7', 'Issued: 0.1, 1.0'],
  ['an unknown name', () => 'nowhere', 'Write "working"'],
  ['a file that is not a PDF', () => join(copy.root, PAPER), 'the file is not a PDF'],
  ['a folder without a project', () => join(copy.root, 'data'), 'it has no data/ and no templates/'],
])('rejects %s', (_name, before, says) => {
  const { code, err } = papers('diff', before(), 'working');
  expect(code).toBe(2);
  expect(err).toContain(says);
  expect(err).not.toMatch(/\n\s+at /);
});

test('reports a version that cannot be built, with its problems', () => {
  const broken = copyProject('tests/papers/parks-update');
  broken.write(PAPER, 'meeting: [\n');
  const { code, err } = papers('diff', broken.root, 'working');
  broken.remove();
  expect(code).toBe(1);
  expect(err).toContain('cannot be read');
  expect(err).toContain('yaml-is-valid');
});

test('removes unpacked files', () => {
  expect(readdirSync(temporary)).toEqual(['mailed.pdf']);
});
