import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listSourceHashes } from '../../../src/inputs/list-source-hashes.js';
import { openReader } from '../../../src/inputs/source-reader.js';
import { readAppendices } from '../../../src/inputs/template/read-appendices.js';
import { sha256 } from '../../../src/sha256.js';

const FOLDER = 'templates/minutes';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'appendices-'));
  mkdirSync(join(root, FOLDER, 'appendices'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(root, FOLDER, 'appendices', `${name}.md.hbs`), text);
}

test('sorts appendices by their order, and those without one by file name', () => {
  write('a', '---\ntitle: A\n---\nText.\n');
  write('b', '---\ntitle: B\n---\nText.\n');
  write('c', '---\ntitle: C\norder: 1\n---\nText.\n');
  const { value, problems } = readAppendices(openReader(root), FOLDER);
  expect(problems).toEqual([]);
  expect(value.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('keeps the lines of the file in the text', () => {
  write('a', '---\ntitle: A\n---\nText.\n');
  const [appendix] = readAppendices(openReader(root), FOLDER).value;
  expect(appendix?.markup.text.split('\n')[3]).toBe('Text.');
});

test('removes the text of a restricted appendix from the sources and from their hashes', () => {
  const head = '---\ntitle: Tenants\nrestricted: It has names.\n---\n';
  write('tenants', `${head}Ann Example owes rent.\n`);
  const reader = openReader(root);
  const [appendix] = readAppendices(reader, FOLDER).value;
  expect(appendix?.markup.text).toBe('');
  expect(reader.files.map(({ text }) => text)).toEqual([head]);
  expect(listSourceHashes(root)).toEqual([
    { path: `${FOLDER}/appendices/tenants.md.hbs`, sha256: sha256(Buffer.from(head)) },
  ]);
});
