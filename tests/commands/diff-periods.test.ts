import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { runPapers } from '../support/run-papers.js';

/** Compares the papers of two periods of an invented project. */
let project: Project;
beforeAll(() => {
  project = copyParksProject();
  expect(project.issue('1.0').code).toBe(0);
  expect(project.papers('new', '2024-25-q3', '--meeting', '2025-02-04').code).toBe(0);
  const data = 'data/2024-25-q3';
  project.change(`${data}/facts.yaml`, (text) =>
    text
      .replace('source:', 'source: Invented count')
      .replace('New benches, value: null', 'New benches, value: 9')
      .replace('New bins, value: null', 'New bins, value: 3')
      .replace('published: null', 'published: 12'),
  );
  project.change(`${data}/parks-update.yaml`, (text) =>
    text.replace('The KPI follows {{ref "furniture"}}.', 'The KPI follows {{ref "furniture"}}. It snowed.'),
  );
});
afterAll(() => project.remove());

test('lists changed figures and words by section, with the period of each figure', () => {
  const { code, out, err } = project.papers('diff', '2024-25-q2', '2024-25-q3');
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('Parks update: from 2024-25-q2 to 2024-25-q3');
  expect(out).toMatch(
    /1 Progress\n {2}paragraph 1\.1 [^\n]*\n {6}The team put in \[14 → nine|1 Progress\n {2}paragraph 1\.1/,
  );
  expect(out).toContain('paragraph 1.2 reworded and gained a sentence');
  expect(out).toContain('New benches, 2024/25 Q2 → 2024/25 Q3: 14 → 9 (data)');
  expect(out).toContain('New value in data/2024-25-q3/facts.yaml, line 4 (Invented count)');
  expect(out).toContain('Not known: to come');
});

test('mixes a period with a version, a PDF and the working paper', () => {
  const compare = (before: string, after: string, ...more: string[]): unknown => {
    const { out, err, code } = project.papers('diff', before, after, '--json', ...more);
    expect(err).toBe('');
    expect(code).toBe(0);
    return JSON.parse(out);
  };
  expect(compare('2024-25-q3', 'working')).toMatchObject({ identical: true, period: '2024-25-q3' });
  expect(compare('2024-25-q2', 'working')).toMatchObject({ identical: false, period: '2024-25-q3' });
  expect(compare('1.0', '2024-25-q2')).toMatchObject({ identical: false, period: '2024-25-q2' });
  expect(compare('1.0', '2024-25-q3', '--period', '2024-25-q2')).toMatchObject({ period: '2024-25-q3' });
  expect(compare(project.path('1.0', 'parks-update.pdf'), '2024-25-q3')).toMatchObject({ identical: false });
});

test.each([
  [['2024-25-q2', '2024-25-q9'], 'no period, file or folder has this name'],
  [['2024-25-Q2', 'working'], 'Did you mean "2024-25-q2"?'],
  [['2024-25-q1', 'working'], 'has figures but no paper'],
  [['1.0', '2024-25-q3'], 'no version of 2024-25-q3 parks-update has been issued'],
])('explains what is wrong with papers diff %s', (args, says) => {
  const { code, err } = project.papers('diff', ...args);
  expect(err).toContain(says);
  expect(code).toBe(2);
});

test('refuses a name that is a period and also another project in the current folder', () => {
  const cwd = join(project.root, 'elsewhere');
  mkdirSync(join(cwd, '2024-25-q2'), { recursive: true });
  const run = (): ReturnType<typeof runPapers> =>
    runPapers(['diff', '2024-25-q2', '2024-25-q3', '--root', project.root], { cwd });
  expect(run().code).toBe(0); // an empty folder is no version
  for (const folder of ['data', 'templates']) mkdirSync(join(cwd, '2024-25-q2', folder));
  const { code, err } = run();
  expect(err).toContain('"2024-25-q2" is a period of the project, and also a folder here');
  expect(err).toContain('./2024-25-q2');
  expect(code).toBe(2);
  writeFileSync(join(cwd, '2024-25-q3'), 'no PDF');
  expect(run().err).toContain('is a period of the project, and also a file here');
});
