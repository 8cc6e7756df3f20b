import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { copyProject, runPapers } from '../support/run-papers.js';

/** Issues an invented paper five times. Each version after the first of its status has a page of changes. */
const PAPER = 'data/2024-25-q2/parks-update.yaml';
const FACTS = 'data/2024-25-q2/facts.yaml';
let project: Project;

function issueAll(target: Project): void {
  const { change, issue } = target;
  const issued = [
    issue('0.1'),
    (change(PAPER, (text) => text.replace('It cost', 'It dearly cost')), issue('0.2', '--note', 'A word.')),
    (change(PAPER, (text) => text.replace('It dearly cost', 'It cost')), issue('1.0')),
    (change(FACTS, (text) =>
      text.replace('value: 1, unit', 'value: 2, unit').replace('published: 15', 'published: 16'),
    ),
    change(PAPER, (text) => text.replace(' It cost {{facts.budget}}.', '')),
    issue('1.1', '--note', 'A second <bin> was found.')),
  ];
  for (const { code, err } of issued) {
    expect(err).toBe('');
    expect(code).toBe(0);
  }
}

beforeAll(() => {
  project = copyParksProject();
  issueAll(project);
});
afterAll(() => project.remove());

const readPage = (version: string): string => readFileSync(project.path(version, 'changes.html'), 'utf8');

test('compares a draft with the draft before, and a final version with the final one before', () => {
  expect(project.manifest('0.1').changes).toBeUndefined();
  expect(existsSync(project.path('0.1', 'changes.html'))).toBe(false);
  expect(project.manifest('0.2').changes).toMatchObject({ since: '0.1', summary: ['1 paragraph reworded'] });
  expect(readPage('0.2')).toContain('added: </span>dearly');
});

test('never shows a draft in the changes of a final version', () => {
  expect(project.manifest('1.0').changes).toBeUndefined();
  expect(project.manifest('1.1').changes?.since).toBe('1.0');
  expect(readPage('1.1')).not.toMatch(/dearly|draft/i);
});

test('lists the page with its hash, and records the changed figures with the reason', () => {
  const { outputs, changes } = project.manifest('1.1');
  expect(outputs.map(({ name }) => name)).toContain('changes.html');
  expect(changes).toEqual({
    since: '1.0',
    page: 'changes.html',
    summary: ['1 paragraph changed in figures and lost a sentence', '2 figures changed'],
    figures: {
      count: 2,
      listed: [
        {
          label: 'New bins',
          period: '2024/25 Q2',
          before: 'one',
          after: 'two',
          reason: 'New value in data/2024-25-q2/facts.yaml, line 4 (Invented for tests)',
          where: ['paragraph 1.1'],
        },
        {
          label: 'New street furniture',
          period: null,
          before: '14 + 1 = 15',
          after: '14 + 2 = 16',
          reason: 'Follows from New bins, 2024/25 Q2 (1 → 2)',
          where: ['paragraph 1.1'],
        },
      ],
    },
  });
});

test('says on the page which versions it compares, when, and why', () => {
  const page = readPage('1.1');
  expect(page).toContain('From <strong>version 1.0</strong> <span class="soft">(25 October 2024)</span>');
  expect(page).toContain('<strong>Why:</strong> A second &lt;bin&gt; was found.');
  expect(page).toContain('removed sentence: </span>It cost');
  const links = [...page.matchAll(/href="([^"#]+)"/g)].map((match) => match[1] ?? '');
  expect(links).toEqual(['parks-update.html', '../notice-v1.0.html', '../../../../index.html']);
  const folder = dirname(project.path('1.1', 'changes.html'));
  expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
});

test('shows the note, the changed figures and the page in the index and in the notice', () => {
  const index = readFileSync(join(project.archive, 'index.html'), 'utf8');
  expect(index).toContain('A second &lt;bin&gt; was found.');
  expect(index).toContain('New bins, 2024/25 Q2: <del>one</del> → <ins>two</ins> (paragraph 1.1).');
  expect(index).toContain('Follows from New bins, 2024/25 Q2 (1 → 2).');
  expect(index).toContain(`href="${project.folder}/v1.1/changes.html"`);
  expect(index).toContain(`href="${project.folder}/notice-v1.0.html" aria-label="Web page: version 1.0`);
  const notice = readFileSync(join(project.archive, project.folder, 'notice-v1.0.html'), 'utf8');
  expect(notice).toContain('<a href="v1.1/changes.html">What changed in version 1.1</a>');
  expect(notice).toContain('src="v1.0/parks-update.html"');
});

test('gives the same page again, in another project and in a rebuild', () => {
  const other = copyParksProject();
  issueAll(other);
  const page = readFileSync(other.path('1.1', 'changes.html'), 'utf8');
  other.remove();
  expect(page).toBe(readPage('1.1'));
  const { code, out } = project.papers('verify', '--rebuild');
  expect(out).toContain('give the same bytes');
  expect(code).toBe(0);
});

test('finds a changed page of changes', () => {
  const path = project.path('1.1', 'changes.html');
  const page = readFileSync(path);
  writeFileSync(path, page.toString('utf8').replace('14 + 2 = 16', '14 + 2 = 17'));
  const { code, out, err } = project.papers('verify');
  writeFileSync(path, page);
  expect(out + err).toContain('v1.1/changes.html');
  expect(code).toBe(1);
});

test('refuses to compare with a document that changed after it was issued', () => {
  const path = project.path('1.1', 'document.json');
  const document = readFileSync(path);
  writeFileSync(path, document.toString('utf8').replace('benches', 'swings'));
  project.change(PAPER, (text) => text.replace('stays **small**', 'is **small**'));
  const { code, err, out } = project.issue('1.2', '--note', 'A word.');
  writeFileSync(path, document);
  expect(out + err).toContain('the archive is not as issued');
  expect(out + err).toContain('v1.1/document.json');
  expect(code).toBe(1);
  expect(existsSync(project.path('1.2', 'manifest.json'))).toBe(false);
});

test('keeps the page of a paper that is named "changes"', () => {
  const copy = copyParksProject();
  const rename = (text: string): string => text.replaceAll('parks-update', 'changes');
  cpSync(join(copy.root, 'templates/parks-update'), join(copy.root, 'templates/changes'), {
    recursive: true,
  });
  copy.write('data/2024-25-q2/changes.yaml', readFileSync(join(copy.root, PAPER)));
  copy.change('data/meetings.yaml', rename);
  const run = (version: string, ...more: string[]): number | null =>
    copy.papers('issue', '2024-25-q2', 'changes', '--as', version, ...more).code;
  expect(run('1.0')).toBe(0);
  copy.change('data/2024-25-q2/changes.yaml', (text) => text.replace('stays **small**', 'is **small**'));
  expect(run('1.1', '--note', 'A word.', '--made-at', '2024-10-26')).toBe(0);
  const folder = join(copy.archive, 'parks/2024-11-05/012-changes/v1.1');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  expect(manifest.changes?.page).toBe('what-changed.html');
  expect(readFileSync(join(folder, 'changes.html'), 'utf8')).not.toContain('<del>');
  expect(readFileSync(join(folder, 'what-changed.html'), 'utf8')).toContain('<del>');
  expect(copy.papers('verify').code).toBe(0);
  copy.remove();
});

test('compares the words of the PDFs with a version that stored no document, and says so', () => {
  const copy = copyProject('.');
  cpSync('output/archive', join(copy.root, 'output/archive'), { recursive: true });
  copy.change('data/2008-09-q3/tp-thematic-performance.yaml', (text) =>
    text.replace('    attention: |', '    invented: |\n      An invented paragraph.\n\n    attention: |'),
  );
  const args = [
    '--as',
    '1.1',
    '--note',
    'A paragraph is added.',
    '--made-at',
    '2009-04-09',
    '--root',
    copy.root,
  ];
  const { code, err } = runPapers(['issue', ...args]);
  expect(err).toBe('');
  expect(code).toBe(0);
  const folder = join(copy.root, 'output/archive/sop/2009-04-02/8-tp-thematic-performance/v1.1');
  const { changes } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  expect(changes).toMatchObject({ since: '1.0', figures: { count: 0, listed: [] } });
  const page = readFileSync(join(folder, 'changes.html'), 'utf8');
  expect(page).toContain('stored without its document as data, so the words of the PDFs are compared');
  expect(page).toContain('An invented paragraph.');
  copy.remove();
});
