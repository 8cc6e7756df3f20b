import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCacheFolder } from '../../src/start/find-cache-folder.js';
import { runPapers, type Run } from '../support/run-papers.js';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

let work: string;
/** The program as it is installed: without the code caches that the build writes. */
let program: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'papers-cache-'));
  program = install('installed');
});
afterEach(() => rmSync(work, { recursive: true }));

function install(name: string): string {
  const folder = join(work, name);
  cpSync('dist', folder, { recursive: true, filter: (path) => !/\.(code-cache|map)$|examples/.test(path) });
  return join(folder, 'cli.js');
}

/** The variables that name the cache folder of a user, on each system. */
const makeEnvironment = (home: string): Record<string, string> => ({
  HOME: home,
  XDG_CACHE_HOME: home,
  LOCALAPPDATA: home,
});

function run(args: string[], { home = join(work, 'home'), from = program, env = {} } = {}): Run {
  return runPapers(args, { program: from, env: { ...makeEnvironment(home), ...env } });
}

function findFolder(home = join(work, 'home')): string {
  const parent = findCacheFolder({ platform: process.platform, env: makeEnvironment(home), home });
  return join(parent ?? '', 'committee-papers');
}

function findCaches(home?: string): string[] {
  return readdirSync(findFolder(home)).map((name) => join(findFolder(home), name));
}

function findCache(home?: string): string {
  const [path = ''] = findCaches(home).filter((file) => file.includes('program.cjs'));
  return path;
}

/**
 * Puts the compiled code of another program in place of the installed one's. V8 runs it, since both have the same length. So
 * the title tells whether the program was run from the cache.
 */
function forgeCache(): void {
  const title = 'Makes committee papers from YAML';
  const other = install('other');
  const bundle = join(work, 'other/program.cjs');
  writeFileSync(bundle, readFileSync(bundle, 'utf8').replaceAll(title, title.toUpperCase()));
  run(['--help']);
  run(['--help'], { from: other, home: join(work, 'elsewhere') });
  cpSync(findCache(join(work, 'elsewhere')), findCache());
}

const usesCache = (): boolean => run(['--help']).out.includes('MAKES COMMITTEE PAPERS');

test('runs an installed program from the cache of an earlier run', () => {
  mkdirSync(join(work, 'home'));
  forgeCache();
  expect(usesCache()).toBe(true);
});

/** Ways in which another user could have put a program into the cache. */
const UNSAFE: [string, () => void][] = [
  ['others can write to the folder', () => chmodSync(findFolder(), 0o777)],
  ['the group can write to the folder', () => chmodSync(findFolder(), 0o770)],
  ['others can write to the file', () => chmodSync(findCache(), 0o666)],
  [
    'the folder is a symbolic link',
    () => {
      renameSync(findFolder(), join(work, 'moved'));
      symlinkSync(join(work, 'moved'), findFolder());
    },
  ],
  ...(isRoot
    ? ([
        ['the folder belongs to another user', () => chownSync(findFolder(), 12345, 0)],
        ['the file belongs to another user', () => chownSync(findCache(), 12345, 0)],
      ] satisfies [string, () => void][])
    : []),
];

test.skipIf(isWindows).each(UNSAFE)('does not use the cache if %s', (_title, change) => {
  mkdirSync(join(work, 'home'));
  forgeCache();
  change();
  expect(usesCache()).toBe(false);
});

test('lets only the user read the cache', () => {
  mkdirSync(join(work, 'home'));
  run(['--help']);
  expect(statSync(findCache()).size).toBeGreaterThan(100_000);
  if (isWindows) return;
  expect(statSync(findFolder()).mode & 0o777).toBe(0o700);
  expect(statSync(findCache()).mode & 0o777).toBe(0o600);
});

test('writes the cache again only for a command that it does not have yet', () => {
  mkdirSync(join(work, 'home'));
  const sizes = [['--help'], ['--help'], ['check', '--rules'], ['check', '--rules'], ['--help']].map(
    (args) => {
      expect(run(args).code).toBe(0);
      return statSync(findCache()).size;
    },
  );
  const [help = 0, , check = 0] = sizes;
  expect(check).toBeGreaterThan(help);
  expect(sizes).toEqual([help, help, check, check, check]);
});

test('keeps the code of the press worker too', () => {
  mkdirSync(join(work, 'home'));
  const root = join(work, 'project');
  for (const folder of ['data', 'templates'])
    cpSync(join('tests/papers/parks-update', folder), join(root, folder), { recursive: true });
  expect(run(['build', '--root', root])).toMatchObject({ code: 0, err: '' });
  const written = findCaches();
  expect(written.map((path) => /(program|press-worker)\.cjs/.exec(path)?.[0]).sort()).toEqual([
    'press-worker.cjs',
    'program.cjs',
  ]);
  const times = written.map((path) => statSync(path).mtimeMs);
  expect(run(['build', '--root', root])).toMatchObject({ code: 0, err: '' });
  expect(written.map((path) => statSync(path).mtimeMs)).toEqual(times);
});

/** Damage by a full disk or a power cut. V8 could crash on such a file. */
const DAMAGE: [string, (path: string) => void][] = [
  ['is cut short', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['is empty', (path) => truncateSync(path)],
  ['has only zeros', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
  ['has one wrong byte', (path) => writeFileSync(path, withWrongByte(readFileSync(path)))],
];

test.each(DAMAGE)('replaces a cache that %s', (_title, damage) => {
  mkdirSync(join(work, 'home'));
  run(['--help']);
  damage(findCache());
  const damaged = readFileSync(findCache());
  expect(run(['--help'])).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(findCache()).equals(damaged)).toBe(false);
  expectWholeCache();
});

/** A run of the same command writes the cache again unless it can be used. */
function expectWholeCache(): void {
  const { mtimeMs } = statSync(findCache());
  expect(run(['--help']).code).toBe(0);
  expect(statSync(findCache()).mtimeMs).toBe(mtimeMs);
}

function withWrongByte(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return bytes;
}

test('leaves one whole file if several processes start at once', async () => {
  mkdirSync(join(work, 'home'));
  const codes = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [program, '--help'], {
        env: { ...process.env, ...makeEnvironment(join(work, 'home')) },
        stdio: 'ignore',
      });
      return (await once(child, 'exit'))[0] as unknown;
    }),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(findCaches()).toHaveLength(1);
  expectWholeCache();
});

test('deletes caches that are older than 30 days, and no other files', () => {
  mkdirSync(join(work, 'home'));
  run(['--help']);
  const old = join(findFolder(), 'program.cjs-of-an-older-program.code-cache');
  const other = join(findFolder(), 'notes.txt');
  const recent = join(findFolder(), 'program.cjs-of-another-program.code-cache');
  for (const path of [old, other, recent]) writeFileSync(path, '');
  const longAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  for (const path of [old, other]) utimesSync(path, longAgo, longAgo);
  run(['check', '--rules']);
  expect(findCaches().sort()).toEqual([findCache(), other, recent].sort());
});

test('runs without a cache where the folder cannot be made', () => {
  const file = join(work, 'file');
  writeFileSync(file, '');
  expect(run(['--help'], { home: join(file, 'home') })).toMatchObject({ code: 0, err: '' });
});

test("leaves another user's folders alone, as under sudo", { skip: !isRoot }, () => {
  mkdirSync(join(work, 'home'));
  chownSync(join(work, 'home'), 12345, 0);
  expect(run(['--help'])).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(join(work, 'home'))).toEqual([]);
});

test('writes no cache if the user has turned off the cache of Node', () => {
  mkdirSync(join(work, 'home'));
  expect(run(['--help'], { env: { NODE_DISABLE_COMPILE_CACHE: '1' } }).code).toBe(0);
  expect(readdirSync(join(work, 'home'))).toEqual([]);
});

test.each([
  ['linux', { XDG_CACHE_HOME: '/var/cache/kim' }, '/home/kim', '/var/cache/kim'],
  ['linux', { XDG_CACHE_HOME: 'cache' }, '/home/kim', '/home/kim/.cache'],
  ['linux', {}, '/home/kim', '/home/kim/.cache'],
  ['linux', {}, '', null],
  ['darwin', { XDG_CACHE_HOME: '/x' }, '/Users/kim', '/Users/kim/Library/Caches'],
  ['win32', { LOCALAPPDATA: 'C:\\Users\\Kim Lee\\AppData\\Local' }, '', 'C:\\Users\\Kim Lee\\AppData\\Local'],
  ['win32', {}, 'C:\\Users\\Kim Lee', null],
] as const)('finds the cache folder of a user on %s with %j and home "%s"', (platform, env, home, folder) => {
  expect(findCacheFolder({ platform, env, home })).toBe(folder);
});
