import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.js';
import { sha256 } from '../../src/sha256.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { runPapers } from '../support/run-papers.js';

/** Compares issued versions that another program made. */
let project: Project;
beforeAll(() => {
  project = copyParksProject();
  project.reword(); // First (a) the benches
  expect(project.issue('1.0').code).toBe(0);
  project.reword(); // First (b) the benches
});
afterAll(() => project.remove());

/** Copies version 1.0 as if a program with another data model had issued it. */
function copyAsOtherProgram(name: string, { withDocument }: { withDocument: boolean }): string {
  const folder = join(project.root, name);
  cpSync(join(project.archive, project.folder, 'v1.0'), folder, { recursive: true });
  const sources = unzipSync(readFileSync(join(folder, 'sources.zip')));
  const record = strFromU8(sources['build.json'] ?? new Uint8Array());
  expect(record).toContain('"data-model": 2');
  const zip = zipSync({
    ...sources,
    'build.json': strToU8(record.replace('"data-model": 2', '"data-model": 99')),
    'data/organisation.yaml': strToU8('rules: of another program\n'),
  });
  writeFileSync(join(folder, 'sources.zip'), zip);
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  manifest.outputs = manifest.outputs
    .filter((output) => withDocument || output.name !== 'document.json')
    .map((output) =>
      output.name === 'sources.zip' ? { ...output, bytes: zip.length, sha256: sha256(zip) } : output,
    );
  writeFileSync(path, JSON.stringify(manifest));
  if (!withDocument) rmSync(join(folder, 'document.json'));
  return folder;
}

test('stores the document of an issued version, which a rebuild gives again', () => {
  expect(project.manifest('1.0').outputs.map(({ name }) => name)).toContain('document.json');
  const { code, out } = project.papers('verify', '1.0');
  expect(out).toContain('The sources inside each version give the same bytes.');
  expect(code).toBe(0);
});

test('compares the stored document of a version that another program made', () => {
  const folder = copyAsOtherProgram('other', { withDocument: true });
  const { code, out, err } = project.papers('diff', folder, 'working');
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('read data by other rules, so only its stored document is compared');
  expect(out).toContain('1 paragraph reworded');
  expect(out).toContain('First ([-a-]{+b+}) the benches.');
  expect(out).not.toContain('added');
  const page = project.papers('diff', 'working', folder, '--format', 'html').out;
  expect(page).toContain('<p class="caveat">');
});

test('compares the words of the PDFs if another program stored no document', () => {
  const folder = copyAsOtherProgram('older', { withDocument: false });
  const { code, out, err } = project.papers('diff', folder, 'working', '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  const { identical, caveats, changes } = JSON.parse(out) as {
    identical: boolean;
    caveats: string[];
    changes: { what: string; how: string[]; text: { kind: string; before: string; after: string }[] }[];
  };
  expect(identical).toBe(false);
  expect(caveats).toHaveLength(1);
  expect(caveats[0]).toContain('the words of the PDFs are compared');
  const replaced = changes.map(({ what, text }) => [what, text.find(({ kind }) => kind === 'changed')]);
  expect(replaced).toEqual([['passage', expect.objectContaining({ before: 'a', after: 'b' })]]);
  expect(project.papers('diff', folder, folder).out).toContain('Nothing has changed.');
});

test('reports a change in the stored document', () => {
  const folder = copyAsOtherProgram('changed', { withDocument: true });
  const path = join(folder, 'document.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('benches', 'swings'));
  const { code, err } = project.papers('diff', folder, 'working');
  expect(err).toContain('document.json has changed since it was issued');
  expect(code).toBe(2);
});

test('compares the committed version 1.0 by its words, and finds no change in what stayed', () => {
  const { code, out, err } = runPapers(['diff', '1.0', '1.0']);
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('stored no document, so the words of the PDFs are compared');
  expect(out).toContain('Nothing has changed.');
});
