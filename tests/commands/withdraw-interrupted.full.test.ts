import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read-archive.js';
import { sha256 } from '../../src/sha256.js';
import { planWithdrawal, withdrawVersion } from '../../src/archive/withdraw/withdraw-version.js';
import { hashFiles } from '../support/hash-files.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';

/** `before` has versions 1.0 and 1.1, and in `after` 1.0 is withdrawn. At no step may a file be lost. */
let project: Project;
let before: string;
let after: string;
let output: string;
const REASON = 'Table 2 names a person.';
const ARGS = ['withdraw', '1.0', '--reason', REASON, '--made-at', '2024-11-20'];

beforeAll(() => {
  project = copyParksProject();
  output = join(project.root, 'output');
  before = join(project.root, 'before');
  after = join(project.root, 'after');
  expect(project.issue('1.0').code).toBe(0);
  project.reword();
  expect(project.issue('1.1', '--note', 'The first step is named.').code).toBe(0);
  cpSync(output, before, { recursive: true });
  expect(project.papers(...ARGS).code).toBe(0);
  cpSync(output, after, { recursive: true });
});
beforeEach(() => restore());
afterAll(() => project.remove());

function restore(): void {
  rmSync(output, { recursive: true, force: true });
  cpSync(before, output, { recursive: true });
}

const makeRequest = () => ({
  archive: project.archive,
  folder: `${project.folder}/v1.0`,
  withdrawnOn: '2024-11-20',
  reason: REASON,
  owner: { authority: 'Northmere Borough Council', language: 'en-GB', successor: null },
  staging: '.issuing-test',
});

const listSteps = () => planWithdrawal(makeRequest()).value?.steps ?? [];
const listLeftovers = (): string[] =>
  [project.archive, join(output, 'withdrawn')]
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => name.startsWith('.'));

/** Lists the files of 1.0 that are neither public nor kept with their bytes. There must be none at any time. */
function listLostFiles(): string[] {
  return project
    .manifest('1.0')
    .outputs.filter(
      (file) =>
        ![project.archive, join(output, 'withdrawn')].some((folder) => {
          const path = join(folder, project.folder, 'v1.0', file.name);
          return existsSync(path) && sha256(readFileSync(path)) === file.sha256;
        }),
    )
    .map(({ name }) => name);
}

const isWithdrawn = (): boolean =>
  readArchive(project.archive).versions.some(({ withdrawal }) => withdrawal !== null);
const verify = () => project.papers('verify', 'all', '--no-rebuild');

test('loses no file after any step: the archive is unchanged, or papers archive finishes the withdrawal', () => {
  const { length } = listSteps();
  expect(length).toBeGreaterThan(25);
  const outcomes = new Set<string>();
  for (let done = 0; done <= length; done++) {
    restore();
    const steps = listSteps();
    const reached = steps[done - 1]?.name ?? 'nothing';
    for (const step of steps.slice(0, done)) step.run();
    expect(listLostFiles(), `after: ${reached}`).toEqual([]);
    const verdict = verify();
    if (!isWithdrawn()) {
      outcomes.add('unchanged');
      expect(verdict, `after: ${reached}`).toMatchObject({ code: 0, err: '' });
      expect(hashFiles(project.archive)).toEqual(hashFiles(join(before, 'archive')));
      expect(project.papers(...ARGS).code, `after: ${reached}`).toBe(0);
    } else {
      const isFinished =
        Object.keys(hashFiles(project.archive)).join() ===
        Object.keys(hashFiles(join(after, 'archive'))).join();
      outcomes.add(isFinished ? 'finished' : 'not finished');
      if (!isFinished)
        expect(verdict.err, `after: ${reached}`).toMatch(/papers archive (?:finishes|removes|writes) it/);
      expect(project.papers('archive').code).toBe(0);
    }
    expect(verify(), `after: ${reached}`).toMatchObject({ code: 0, err: '' });
    expect(hashFiles(output), `after: ${reached}`).toEqual(hashFiles(after));
  }
  expect([...outcomes].sort()).toEqual(['finished', 'not finished', 'unchanged']);
});

test('lets a correction follow after an interruption at any step', () => {
  project.reword();
  const decisive = listSteps().findIndex(({ name }) => name.startsWith('withdraw '));
  for (const done of [decisive, decisive + 1, decisive + 2, decisive + 4]) {
    restore();
    for (const step of listSteps().slice(0, done)) step.run();
    expect(project.issue('1.2', '--note', 'After the withdrawal.').code).toBe(0);
    if (isWithdrawn()) project.papers('archive');
    expect(verify(), `after ${done} steps`).toMatchObject({ code: 0, err: '' });
    expect(listLostFiles()).toEqual([]);
  }
});

const start = (): ChildProcess =>
  spawn(process.execPath, [resolve('dist/cli.js'), ...ARGS, '--root', project.root], { stdio: 'ignore' });
const waitForExit = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once('exit', (code) => done(code)));

test('loses no file when it is killed while it writes', async () => {
  const outcomes: boolean[] = [];
  for (const delay of [0, 1, 2, 4, 6, 9, 13, 18, 25, 40]) {
    restore();
    const child = start();
    const end = waitForExit(child);
    while (child.exitCode === null && !readdirSync(project.archive).some((name) => name.startsWith('.lock-')))
      await setTimeout(1);
    await setTimeout(delay);
    child.kill('SIGKILL');
    await end;
    expect(listLostFiles(), `killed ${delay} ms after the lock`).toEqual([]);
    outcomes.push(isWithdrawn());
    if (isWithdrawn()) expect(project.papers('archive').code).toBe(0);
    else expect(project.papers(...ARGS).code).toBe(0);
    expect(hashFiles(output)).toEqual(hashFiles(after));
    expect(listLeftovers()).toEqual([]);
  }
  expect(outcomes).toContain(false);
});

test.each([0, 1])('removes the leftovers of a program that crashed %j steps before the end', (left) => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const steps = listSteps();
  for (const step of steps.slice(0, steps.length - left)) step.run();
  const lock = join(project.archive, '.lock-1.json');
  writeFileSync(lock, JSON.stringify({ host: hostname(), pid }));
  expect(project.papers('archive').code).toBe(0);
  expect(listLeftovers()).toEqual([]);
});

test('withdraws once if two programs start together', async () => {
  const codes = await Promise.all([start(), start()].map(waitForExit));
  expect(codes.sort()).toEqual([0, 1]);
  expect(hashFiles(output)).toEqual(hashFiles(after));
});

test('leaves the archive unchanged if the disk is full', ({ skip }) => {
  const kept = join(output, 'withdrawn');
  mkdirSync(kept);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40k', 'tmpfs', kept], { stdio: 'ignore' });
  } catch {
    skip('a small disk can only be mounted by root');
  }
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [resolve('dist/cli.js'), ...ARGS, '--root', project.root],
      { encoding: 'utf8' },
    );
    expect(stderr).toMatch(/the disk is full/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    expect(hashFiles(project.archive)).toEqual(hashFiles(join(before, 'archive')));
    expect(listLeftovers()).toEqual([]);
  } finally {
    execFileSync('umount', [kept]);
  }
});

test('keeps the files on another disk', ({ skip }) => {
  const kept = join(output, 'withdrawn');
  mkdirSync(kept);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', kept], { stdio: 'ignore' });
  } catch {
    skip('a disk can only be mounted by root');
  }
  try {
    expect(statSync(kept).dev).not.toBe(statSync(project.archive).dev);
    expect(withdrawVersion(makeRequest()).refusals).toEqual([]);
    expect(verify()).toMatchObject({ code: 0, err: '' });
    expect(listLostFiles()).toEqual([]);
  } finally {
    execFileSync('umount', [kept]);
  }
});
