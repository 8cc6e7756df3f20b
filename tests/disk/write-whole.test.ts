import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addFiles } from '../../src/disk/add-files.js';
import { replaceFile } from '../../src/disk/replace-file.js';
import { replaceFiles } from '../../src/disk/replace-files.js';
import { replaceFolder } from '../../src/disk/replace-folder.js';
import { writeSynced } from '../../src/disk/write-synced.js';

/** The folder of each test. Files are written whole or not at all, and no temporary folder is left. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'papers-disk-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

test('writes a new file but never overwrites one', () => {
  writeSynced(join(root, 'a.txt'), bytes('old'));
  expect(() => writeSynced(join(root, 'a.txt'), bytes('new'))).toThrow(/EEXIST/);
  expect(read('a.txt')).toBe('old');
});

test('replaces a file, and makes the folders above it', () => {
  for (const text of ['old', 'new']) replaceFile(join(root, 'in/side/a.txt'), bytes(text));
  expect(read('in/side/a.txt')).toBe('new');
  expect(readdirSync(join(root, 'in/side'))).toEqual(['a.txt']);
});

test('replaces files below a folder, and leaves no temporary folder after an error', () => {
  writeFileSync(join(root, 'a.txt'), 'old');
  const files = ['a.txt', 'missing/b.txt'].map((name) => ({ name, bytes: bytes('new') }));
  expect(() => replaceFiles(root, files, '.new-')).toThrow(/ENOENT/);
  expect(read('a.txt')).toBe('new');
  expect(readdirSync(root)).toEqual(['a.txt']);
});

test('replaces a folder whole, and drops files that are not in the new set', () => {
  const folder = join(root, 'out');
  replaceFolder(folder, [
    { name: 'a.txt', bytes: bytes('1') },
    { name: 'b.txt', bytes: bytes('1') },
  ]);
  replaceFolder(folder, [{ name: 'a.txt', bytes: bytes('2') }]);
  expect(readdirSync(root)).toEqual(['out']);
  expect(readdirSync(folder)).toEqual(['a.txt']);
  expect(read('out/a.txt')).toBe('2');
});

test('keeps the old folder if the new one cannot be written', () => {
  const folder = join(root, 'out');
  replaceFolder(folder, [{ name: 'a.txt', bytes: bytes('1') }]);
  const twice = { name: 'a.txt', bytes: bytes('2') };
  expect(() => replaceFolder(folder, [twice, twice])).toThrow(/EEXIST/);
  expect(read('out/a.txt')).toBe('1');
  expect(readdirSync(root)).toEqual(['out']);
});

test('adds files to an existing folder, or takes them all back', () => {
  mkdirSync(join(root, 'data'));
  writeFileSync(join(root, 'data/b.yaml'), 'mine');
  const added = ['a.yaml', 'b.yaml'].map((name) => ({ name, text: 'new' }));
  const meetings = join(root, 'meetings.yaml');
  writeFileSync(meetings, 'old');
  expect(() => addFiles(join(root, 'data'), added, { path: meetings, text: 'new' })).toThrow(/EEXIST/);
  expect(readdirSync(root)).toEqual(['data', 'meetings.yaml']);
  expect(readdirSync(join(root, 'data'))).toEqual(['b.yaml']);
  expect([read('data/b.yaml'), read('meetings.yaml')]).toEqual(['mine', 'old']);
});

test('removes a new folder again if the other file cannot be replaced', () => {
  mkdirSync(join(root, 'meetings.yaml')); // a folder is in the way
  const added = [{ name: 'a.yaml', text: 'new' }];
  expect(() =>
    addFiles(join(root, 'data'), added, { path: join(root, 'meetings.yaml'), text: 'new' }),
  ).toThrow();
  expect(existsSync(join(root, 'data'))).toBe(false);
});
