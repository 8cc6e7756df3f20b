import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addFiles } from '../../src/disk/add-files.js';
import { renamePatiently } from '../../src/disk/rename-patiently.js';
import { replaceFile } from '../../src/disk/replace-file.js';
import { replaceFiles } from '../../src/disk/replace-files.js';
import { replaceFolder } from '../../src/disk/replace-folder.js';
import { getStagingOwner } from '../../src/disk/stale-folders.js';
import { writeSynced } from '../../src/disk/write-synced.js';
import { sha256 } from '../../src/sha256.js';

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

test('keeps all old files if one of them cannot be replaced', () => {
  const folder = join(root, 'out');
  replaceFolder(
    folder,
    ['a.pdf', 'c.txt', 'dropped.txt'].map((name) => ({ name, bytes: bytes('old') })),
  );
  mkdirSync(join(folder, 'b.txt')); // a folder is in the way
  const files = ['a.pdf', 'b.txt', 'c.txt'].map((name) => ({ name, bytes: bytes('new') }));
  expect(() => replaceFolder(folder, files)).toThrow(/EISDIR/);
  expect(readdirSync(folder)).toEqual(['a.pdf', 'b.txt', 'c.txt', 'dropped.txt']);
  for (const name of ['a.pdf', 'c.txt', 'dropped.txt']) expect(read('out', name)).toBe('old');
  expect(readdirSync(root)).toEqual(['out']);
});

test('keeps a file that has the name of the folder', () => {
  writeFileSync(join(root, 'out'), 'mine');
  expect(() => replaceFolder(join(root, 'out'), [{ name: 'a.txt', bytes: bytes('1') }])).toThrow(/ENOTDIR/);
  expect(read('out')).toBe('mine');
  expect(readdirSync(root)).toEqual(['out']);
});

/** Looks for a file as fast as it can until it is told to stop. Sends the number of looks, and how often the file was missing. */
const WATCHER = `
  const { workerData: { path, stop }, parentPort } = require('node:worker_threads');
  const { existsSync } = require('node:fs');
  let [looks, misses] = [0, 0];
  parentPort.postMessage('ready');
  while (Atomics.load(new Int32Array(stop), 0) === 0) { looks++; if (!existsSync(path)) misses++; }
  parentPort.postMessage({ looks, misses });
`;

test('always has the old or the new file in its place, as another process sees it', async () => {
  const folder = join(root, 'out');
  const replace = (n: number): void => replaceFolder(folder, [{ name: 'a.pdf', bytes: bytes(String(n)) }]);
  replace(0);
  const stop = new SharedArrayBuffer(4);
  const watcher = new Worker(WATCHER, {
    eval: true,
    workerData: { path: join(folder, 'a.pdf'), stop },
  });
  const receive = (): Promise<unknown> => new Promise((resolve) => watcher.once('message', resolve));
  await receive();
  for (let n = 1; n <= 200; n++) replace(n);
  Atomics.store(new Int32Array(stop), 0, 1);
  const { looks, misses } = (await receive()) as { looks: number; misses: number };
  expect(looks).toBeGreaterThan(200);
  expect(misses).toBe(0);
});

test('removes what killed processes left, but nothing of running ones', () => {
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const machine = sha256(hostname()).slice(0, 8);
  const names = {
    killed: `.out-${machine}-${ended}-a1B2c3`,
    running: `.out-${getStagingOwner()}-a1B2c3`,
    elsewhere: '.out-00000000-1-a1B2c3',
    longAgo: '.out-00000000-1-d4E5f6',
    users: '.notes-abcdef',
  };
  for (const name of Object.values(names)) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'a.txt'), 'half');
  }
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
  utimesSync(join(root, names.longAgo), twoDaysAgo, twoDaysAgo);
  replaceFolder(join(root, 'out'), [{ name: 'a.txt', bytes: bytes('1') }]);
  expect(readdirSync(root)).toEqual([names.users, names.elsewhere, names.running, 'out'].sort());
});

test('tries again while another program on Windows has the file open', () => {
  let calls = 0;
  const rename = (): void => {
    if (++calls < 3) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
  };
  renamePatiently('a', 'b', { rename, platform: 'win32' });
  expect(calls).toBe(3);
  calls = -100;
  expect(() => renamePatiently('a', 'b', { rename, platform: 'win32' })).toThrow('busy');
  calls = 0;
  expect(() => renamePatiently('a', 'b', { rename, platform: 'linux' })).toThrow('busy');
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
