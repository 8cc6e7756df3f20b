import { execFileSync, spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/disk/lock-folder.js';
import { planIssueSteps, type IssuePlan } from '../../src/archive/issue/plan-issue-steps.js';
import { removeLeftovers } from '../../src/archive/staging.js';
import { readArchive } from '../../src/archive/read-archive.js';
import { verifyFiles } from '../../src/archive/verify/verify-files.js';
import { verifyHistory } from '../../src/archive/verify/verify-history.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { hashFiles } from '../support/hash-files.js';

/** `before` is an archive with version 1.0, and `after` has 1.1 too. A reader must never see a state in between. */
let project: Project;
let before: string;
let after: string;
const NOTE = ['--note', 'The first step is named.', '--made-at', '2024-10-25'];

beforeAll(() => {
  project = copyParksProject();
  before = join(project.root, 'before');
  after = join(project.root, 'after');
  expect(project.issue('1.0').code).toBe(0);
  cpSync(project.archive, before, { recursive: true });
  project.reword();
  expect(project.issue('1.1', ...NOTE).code).toBe(0);
  cpSync(project.archive, after, { recursive: true });
});
beforeEach(() => restore());
afterAll(() => project.remove());

function restore(): void {
  rmSync(project.archive, { recursive: true, force: true });
  cpSync(before, project.archive, { recursive: true });
}

/** Lists the faults that a reader finds. There must be none, at whatever step the program stopped. */
function listFaults(archive: string): unknown[] {
  const state = readArchive(archive);
  return [
    ...verifyHistory(archive, state).faults,
    ...state.versions.flatMap((version) => verifyFiles(archive, version)),
  ];
}

function listVersions(archive: string): string[] {
  return readArchive(archive).versions.map(({ manifest }) => manifest.version);
}

const listLeftovers = (archive: string): string[] =>
  readdirSync(archive).filter((name) => name.startsWith('.'));

/** Plans the issue of 1.1 with the files of `after`. */
function makePlan(archive: string): IssuePlan {
  const folder = `${project.folder}/v1.1`;
  const read = (name: string): { name: string; bytes: Buffer } => ({
    name,
    bytes: readFileSync(join(after, name)),
  });
  return {
    archive,
    staging: '.issuing-test',
    folder,
    files: readdirSync(join(after, folder)).map((name) => ({ ...read(`${folder}/${name}`), name })),
    pages: ['register.txt', `${project.folder}/notice-v1.0.html`, 'index.html'].map(read),
  };
}

test('has all of 1.1 or nothing of it after any step, and the next issue cleans up', () => {
  const { archive } = project;
  const { length } = planIssueSteps(makePlan(archive));
  const outcomes = new Set<string>();
  for (let done = 0; done <= length; done++) {
    restore();
    planIssueSteps(makePlan(archive))
      .slice(0, done)
      .forEach((step) => step.run());
    expect(listFaults(archive), `after ${done} steps`).toEqual([]);
    outcomes.add(listVersions(archive).join());
    removeLeftovers(archive);
    expect(listLeftovers(archive)).toEqual([]);
    if (!listVersions(archive).includes('1.1')) {
      expect(hashFiles(archive)).toEqual(hashFiles(before));
      planIssueSteps(makePlan(archive)).forEach((step) => step.run());
      expect(hashFiles(archive)).toEqual(hashFiles(after));
    }
  }
  expect([...outcomes]).toEqual(['1.0', '1.0,1.1']);
});

test('creates the folders above the version together with it in an empty archive', () => {
  const archive = mkdtempSync(join(tmpdir(), 'papers-empty-'));
  const steps = planIssueSteps(makePlan(archive));
  const issue = steps.findIndex(({ name }) => name.startsWith('issue '));
  for (const step of steps.slice(0, issue)) step.run();
  expect(hashFiles(archive)).toEqual({});
  expect(readdirSync(archive)).toEqual(['.issuing-test']);
  steps[issue]?.run();
  expect(listVersions(archive)).toEqual(['1.1']);
  rmSync(archive, { recursive: true });
});

function start(args: string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, [resolve('dist/cli.js'), 'issue', '--root', project.root, ...args], {
    stdio: 'ignore',
    ...options,
  });
}

function hasLocked(archive: string, { pid = 0 }: ChildProcess): boolean {
  return listLeftovers(archive).some((name) => name.startsWith(`.lock-${pid.toString(16)}`));
}

const waitForExit = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once('exit', (code) => done(code)));

test('leaves the old or the new archive when it is killed while it writes', async () => {
  const { archive } = project;
  const [oldFiles, newFiles] = [hashFiles(before), hashFiles(after)];
  const isVersion = ([name]: [string, string]): boolean => /\/v\d/.test(name);
  const onlyVersions = (all: Record<string, string>): unknown => Object.entries(all).filter(isVersion);
  const outcomes: string[] = [];
  for (const delay of [0, 2, 5, 10, 18, 30, 50, 80]) {
    const child = start(['--as', '1.1', ...NOTE]);
    const end = waitForExit(child);
    // After it locks the archive, it writes for some tens of milliseconds.
    while (child.exitCode === null && !hasLocked(archive, child)) await setTimeout(1);
    await setTimeout(delay);
    child.kill('SIGKILL');
    await end;
    expect(listFaults(archive), `killed ${delay} ms after the lock`).toEqual([]);
    const now = onlyVersions(hashFiles(archive));
    expect([onlyVersions(oldFiles), onlyVersions(newFiles)]).toContainEqual(now);
    outcomes.push(listVersions(archive).join());
    if (listVersions(archive).includes('1.1')) restore();
  }
  expect(outcomes).toContain('1.0'); // at least one kill came in time
  expect(await waitForExit(start(['--as', '1.1', ...NOTE]))).toBe(0);
  expect(hashFiles(archive)).toEqual(newFiles);
  expect(listLeftovers(archive)).toEqual([]);
});

test('accepts one of two simultaneous issues of the same version, and rejects the other', async () => {
  const codes = await Promise.all(
    ['One.', 'Other.'].map((note) =>
      waitForExit(start(['--as', '1.1', '--note', note, '--made-at', '2024-10-25'])),
    ),
  );
  expect(codes.sort()).toEqual([0, 1]);
  expect(listVersions(project.archive)).toEqual(['1.0', '1.1']);
  expect(project.papers('verify', 'all', '--no-rebuild')).toMatchObject({ code: 0, err: '' });
});

test('adds two papers that are issued at the same time to the register and the index', async () => {
  const other = copyParksProject();
  for (const [from, to] of [
    ['templates/parks-update', 'templates/tree-plan'],
    ['data/2024-25-q2/parks-update.yaml', 'data/2024-25-q2/tree-plan.yaml'],
  ] as const)
    cpSync(join(other.root, from), join(other.root, to), { recursive: true });
  other.change('data/2024-25-q2/tree-plan.yaml', (text) => text.replace('"tree-plan"', '"parks-update"'));
  const codes = await Promise.all(
    ['parks-update', 'tree-plan'].map((paper) =>
      waitForExit(start(['2024-25-q2', paper, '--as', '1.0', '--root', other.root])),
    ),
  );
  expect(codes).toEqual([0, 0]);
  expect(readFileSync(join(other.archive, 'register.txt'), 'utf8').split('\n')).toHaveLength(3);
  expect(other.papers('verify', 'all', '--no-rebuild')).toMatchObject({ code: 0, err: '' });
  expect(other.papers('archive').out).not.toContain('wrote');
  other.remove();
});

describe('leaves the archive unchanged', () => {
  function expectRejection(command: string, args: string[], options: object, says: RegExp): void {
    const before = hashFiles(project.archive);
    const issue = [
      process.execPath,
      resolve('dist/cli.js'),
      'issue',
      '--root',
      project.root,
      '--as',
      '1.1',
      ...NOTE,
    ];
    const { status, stderr } = spawnSync(command, [...args, ...issue], { encoding: 'utf8', ...options });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    expect(hashFiles(project.archive)).toEqual(before);
    expect(listLeftovers(project.archive)).toEqual([]);
  }

  test.skipIf(process.platform === 'win32')('if a file is larger than the disk allows', () => {
    // The limit is in the shell's blocks of 512 or 1,024 bytes. The figures fit, but the PDF does not.
    expectRejection('sh', ['-c', 'ulimit -f 16; exec "$0" "$@"'], {}, /cannot be written.*unchanged/);
  });

  test('if the disk is full', ({ skip }) => {
    rmSync(project.archive, { recursive: true });
    mkdirSync(project.archive);
    try {
      execFileSync(
        'mount',
        ['-t', 'tmpfs', '-o', `size=${measureOnDisk(before) + 40}k`, 'tmpfs', project.archive],
        {
          stdio: 'ignore',
        },
      );
    } catch {
      skip('a small disk can only be mounted by root');
    }
    try {
      cpSync(before, project.archive, { recursive: true });
      expectRejection('env', [], {}, /the disk is full.*unchanged/);
    } finally {
      execFileSync('umount', [project.archive]);
    }
  });

  test.skipIf(process.platform === 'win32')('if the folder is read-only', () => {
    const root = process.getuid?.() === 0;
    chmodSync(project.root, 0o755);
    chmodSync(project.archive, 0o555);
    try {
      expectRejection('env', [], root ? { uid: 65534, gid: 65534 } : {}, /cannot be opened.*unchanged/);
    } finally {
      chmodSync(project.archive, 0o755);
    }
  });
});

describe('a lock', () => {
  const me = { host: 'here', pid: 1 };
  const addLock = (name: string, text: string): string => {
    const path = join(project.archive, name);
    writeFileSync(path, text);
    return path;
  };

  test('waits for the lock of a live program, then returns it', async () => {
    const path = addLock('.lock-1.json', '{"host":"there","pid":2}');
    const { busy, release } = await lockFolder(project.archive, me, () => true, 100);
    expect(release).toBeNull();
    expect(busy).toMatchObject({ path, owner: { host: 'there', pid: 2 } });
    expect(listLeftovers(project.archive)).toEqual(['.lock-1.json']);
  });

  test('removes the lock of a dead program, in the command too', () => {
    addLock('.lock-1.json', JSON.stringify({ host: hostname(), pid: startDeadProcess() }));
    mkdirSync(join(project.archive, '.issuing-0123ab'));
    expect(project.issue('1.1', ...NOTE).code).toBe(0);
    expect(listLeftovers(project.archive)).toEqual([]);
  });

  test('gives the lock to only one of eight at a time', async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { release } = await lockFolder(project.archive, me, () => true, 20_000);
        most = Math.max(most, ++inside);
        await setTimeout(2);
        inside--;
        release?.();
      }),
    );
    expect(most).toBe(1);
    expect(listLeftovers(project.archive)).toEqual([]);
  });
});

/** Measures a folder in kilobytes, with whole pages for each file. */
function measureOnDisk(folder: string): number {
  return Object.keys(hashFiles(folder))
    .map((name) => Math.ceil(statSync(join(folder, name)).size / 4096) * 4)
    .reduce((sum, size) => sum + size, 0);
}

function startDeadProcess(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}
