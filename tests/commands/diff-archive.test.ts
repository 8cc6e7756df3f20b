import { appendFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyParksProject, type Project } from '../support/issue-papers.js';

/** Compares versions of the archive and PDFs like any two states of the paper. */
let project: Project;
beforeAll(() => {
  project = copyParksProject();
  project.reword(); // First (a) the benches
  expect(project.issue('1.0').code).toBe(0);
  project.reword(); // First (b) the benches
  expect(project.issue('1.1', '--note', 'The step is named.').code).toBe(0);
});
afterAll(() => project.remove());

const listUnpacked = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('papers-version-'));

test('compares versions, a PDF, a folder of the archive and the working paper', () => {
  for (const before of [
    '1.0',
    project.path('1.0', 'parks-update.pdf'),
    join(project.archive, project.folder, 'v1.0'),
  ]) {
    for (const after of ['1.1', 'working']) {
      const { code, out, err } = project.papers('diff', before, after, '--json');
      expect(err).toBe('');
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ before, after, identical: false, paper: 'parks-update' });
    }
  }
  // The text is the same, so only the version and the note differ.
  const { out } = project.papers('diff', '1.1', 'working');
  expect(out).toContain('2 properties of the paper changed');
  expect(out).toContain('version: Version 1.1, 25 October 2024 → Working copy, 25 October 2024');
  expect(out).toContain('note of changes: The step is named. → none');
  expect(out).not.toContain('reworded');
  expect(project.papers('diff', '1.0', '1.1').out).toContain('First ([-a-]{+b+}) the benches.');
  expect(listUnpacked()).toEqual([]);
});

test.each([
  ['1.2', 'version 1.2 has not been issued\nIssued: 1.0, 1.1'],
  ['nowhere', 'no period, file or folder has this name'],
  ['README.md', 'the file is not a PDF'],
])('rejects wrong usage: papers diff %s working', (name, says) => {
  const { code, err } = project.papers('diff', name, 'working');
  expect(err).toContain(says);
  expect(code).toBe(2);
});

test('refuses to compare sources that changed after they were issued', () => {
  appendFileSync(project.path('1.0', 'sources.zip'), 'x');
  const { code, err } = project.papers('diff', '1.0', 'working');
  expect(err).toContain('sources.zip has changed since it was issued');
  expect(code).toBe(2);
});

test('lists the issued papers if the newest has not been issued', () => {
  const { papers } = project;
  expect(papers('new', '2024-25-q3', '--meeting', '2025-02-04').code).toBe(0);
  const { code, err } = papers('diff', '1.1', 'working');
  expect(err).toContain('no version of 2024-25-q3 parks-update has been issued\nIssued papers: 2024-25-q2');
  expect(code).toBe(2);
  expect(papers('diff', '1.1', 'working', '--period', '2024-25-q2').code).toBe(0);
});
