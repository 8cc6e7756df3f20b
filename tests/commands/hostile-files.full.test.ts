import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyProject, type Copy } from '../support/run-papers.js';

/** The milliseconds in which every command of this file ends, also on a busy machine. */
const LIMIT = 90_000;

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/parks-update');
});
afterEach(() => copy.remove());

/** Runs the program in a process of its own, which is stopped if it hangs. */
function runOrStop(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/cli.js'), ...args, '--root', copy.root],
    { encoding: 'utf8', timeout: LIMIT, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
  );
  return { status, out: stdout, err: stderr };
}

const FILES = [
  'data/organisation.yaml',
  'data/2024-25-q2/facts.yaml',
  'data/2024-25-q2/parks-update.yaml',
  'templates/parks-update/sections/progress.md.hbs',
  'templates/theme/page.css',
];

test.skipIf(process.platform === 'win32').each(FILES)('does not read a pipe in place of %s', (file) => {
  rmSync(join(copy.root, file));
  execFileSync('mkfifo', [join(copy.root, file)]);
  const { status, err } = runOrStop('check');
  expect(err).toContain('this is a pipe or a device, not a file  [file-is-readable]');
  expect(err).toContain(file);
  expect(status).toBe(1);
});

test.skipIf(process.platform === 'win32').each(FILES)(
  'does not read an endless file in place of %s',
  (file) => {
    rmSync(join(copy.root, file));
    symlinkSync('/dev/zero', join(copy.root, file));
    const { status, err } = runOrStop('check');
    expect(err).toContain(`${file}:1:1: error: the file is outside the project  [file-is-inside]`);
    expect(status).toBe(1);
  },
);

const NAMES = Array.from({ length: 40_000 }, (_, index) => `k${index}`);

test.each([
  ['unknown keys', NAMES, 'key-is-known', 40_000],
  ['keys with one name', NAMES.map(() => 'same'), 'yaml-is-valid', 39_999],
])(
  'reports thousands of %s in time',
  (_name, names, rule, count) => {
    copy.change('data/2024-25-q2/facts.yaml', (text) => text + names.map((name) => `${name}: 1\n`).join(''));
    const { status, out } = runOrStop('check', '--json');
    const { problems } = JSON.parse(out) as { problems: { rule: string }[] };
    expect(problems.filter((problem) => problem.rule === rule)).toHaveLength(count);
    expect(status).toBe(1);
  },
  LIMIT,
);

test('reports a narrative helper without its group in a section', () => {
  copy.change('templates/parks-update/sections/progress.md.hbs', (text) => `${text}\n{{narrative}}\n`);
  const { status, err } = runOrStop('build');
  expect(err).toContain('{{narrative}} does not say which group');
  expect(status).toBe(1);
});

test.each(['9999-00-q4', '0000-01-q1', '9999-m12', '9999-year'])(
  'ends with an error for a folder data/%s',
  (name) => {
    copy.write(`data/${name}/facts.yaml`, 'source: Invented for tests\nfacts: {}\n');
    const { status, err } = runOrStop('check');
    expect(err).toMatch(new RegExp(`data/${name}:1:1: error: .*period-exists`));
    expect(status).toBe(1);
  },
);

describe.skipIf(process.platform === 'win32')('papers import', () => {
  const importFile = (file: string) => runOrStop('import', join(copy.root, file), '--as', 'complaints');
  const NO_FILE = 'this is a pipe or a device, not a file';

  test('does not read a pipe', () => {
    execFileSync('mkfifo', [join(copy.root, 'export.csv')]);
    const { status, err } = importFile('export.csv');
    expect(err).toContain(`export.csv cannot be read: ${NO_FILE}`);
    expect(status).toBe(2);
  });

  test('does not read an endless file behind a link', () => {
    symlinkSync('/dev/zero', join(copy.root, 'export.csv'));
    const { status, err } = importFile('export.csv');
    expect(err).toContain(`export.csv cannot be read: ${NO_FILE}`);
    expect(status).toBe(2);
  });

  test('does not read a file that is too large for a paper', () => {
    copy.write('export.csv', '');
    truncateSync(join(copy.root, 'export.csv'), 3 * 1024 ** 3);
    const { status, err } = importFile('export.csv');
    expect(err).toContain(
      'export.csv cannot be read: the file is too large: 3072 MB, but at most 32 MB are read',
    );
    expect(status).toBe(2);
  });

  test('does not read a folder that is named like a spreadsheet', () => {
    mkdirSync(join(copy.root, 'export.csv'));
    const { status, err } = importFile('export.csv');
    expect(err).toContain('export.csv cannot be read: this is a folder, not a file');
    expect(status).toBe(2);
  });

  test('does not read a pipe in place of a spreadsheet of the data set in another period', () => {
    copy.write('export.csv', 'Category,Answered\nParks,3\n');
    execFileSync('mkfifo', [join(copy.root, 'data/2024-25-q1/complaints.csv')]);
    const { status, err } = importFile('export.csv');
    expect(err).toContain(`2024-25-q1/complaints.csv cannot be read: ${NO_FILE}`);
    expect(status).toBe(2);
  });

  test('reads a link to a file outside the project', () => {
    const outside = mkdtempSync(join(tmpdir(), 'papers-outside-'));
    writeFileSync(join(outside, 'export.csv'), 'Category,Answered\nParks,3\n');
    symlinkSync(join(outside, 'export.csv'), join(copy.root, 'export.csv'));
    expect(importFile('export.csv')).toMatchObject({ status: 0, err: '' });
    rmSync(outside, { recursive: true });
  });
});
