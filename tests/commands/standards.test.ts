import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyParksProject, type Project } from '../support/issue-papers.js';

const PDF = 'output/2024-25-q2/parks-update/parks-update.pdf';

let project: Project;
beforeEach(() => {
  project = copyParksProject();
});
afterEach(() => project.remove());

function choose(file: string, before: string, standards: string): void {
  project.change(file, (text) =>
    text.replace(`\n${before}`, `\npdf: { standards: [${standards}] }\n${before}`),
  );
}

function readFirstLine(path: string): string {
  return readFileSync(join(project.root, path), 'latin1').slice(0, 8);
}

test('builds PDF 1.7 unless the project asks for another set of standards', () => {
  expect(project.papers('build').code).toBe(0);
  expect(readFirstLine(PDF)).toBe('%PDF-1.7');
});

test('follows the theme, and the template before the theme', () => {
  choose('templates/theme/theme.yaml', 'colours:', 'ua-2, a-4f, wtpdf');
  expect(project.papers('build').code).toBe(0);
  expect(readFirstLine(PDF)).toBe('%PDF-2.0');
  choose('templates/parks-update/paper.yaml', 'sections:', 'a-3a, ua-1');
  expect(project.papers('build').code).toBe(0);
  expect(readFirstLine(PDF)).toBe('%PDF-1.7');
});

test('issues a paper of PDF 2.0, records its standards, and verifies it and a copy of it', () => {
  choose('templates/parks-update/paper.yaml', 'sections:', 'ua-2, a-4f, wtpdf');
  expect(project.papers('issue', '--as', '0.1').code).toBe(0);
  expect(project.manifest('0.1').standards).toEqual(['ua-2', 'a-4f', 'wtpdf']);
  expect(project.papers('verify').code).toBe(0);
  const pdf = readFileSync(project.path('0.1', 'parks-update.pdf'));
  const copy = join(project.root, 'mailed.pdf');
  writeFileSync(copy, pdf);
  expect(project.papers('verify', copy).out).toContain('byte for byte');
  writeFileSync(copy, Buffer.concat([pdf, Buffer.from('%')]));
  const longer = project.papers('verify', copy);
  expect(longer.code).toBe(1);
  expect(longer.out + longer.err).toContain('1 byte has been added after the end');
});

test('issues the same words again in other standards', () => {
  expect(project.papers('issue', '--as', '0.1').code).toBe(0);
  choose('templates/parks-update/paper.yaml', 'sections:', 'ua-2, a-4f, wtpdf');
  expect(project.papers('issue', '--as', '0.2').code).toBe(0);
});
