import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

const PERIOD = 'data/2024-25-q2';
const PAPER = `${PERIOD}/parks-update.yaml`;

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/parks-update');
});
afterEach(() => copy.remove());

/** Runs the program in a folder of the project. */
const runIn = (folder: string, ...args: string[]): Run => runPapers(args, { cwd: join(copy.root, folder) });

/** Adds a warning on the paper's narrative. */
function addWarning(): void {
  copy.change(PAPER, (text) => text.replace('R&D does not grow', 'the XYZ does not grow'));
}

test('finds the project from a folder below it, and prints paths from there', () => {
  addWarning();
  expect(runIn(PERIOD, 'check').err).toMatch(/^parks-update\.yaml:\d+:\d+: warning: "XYZ"/);
  expect(runIn('data', 'check').err).toMatch(/^2024-25-q2\/parks-update\.yaml:\d+/);
  expect(runIn('templates/parks-update', 'check').err).toMatch(/^\.\.\/\.\.\/data\/2024-25-q2\/parks/);
});

test('writes into the project, and prints the paths of the files from the current folder', () => {
  const { code, out } = runIn(PERIOD, 'build');
  expect(code).toBe(0);
  const [pdf = ''] = out.split('\n');
  expect(pdf).toBe('made ../../output/2024-25-q2/parks-update/parks-update.pdf');
  expect(existsSync(join(copy.root, PERIOD, pdf.replace('made ', '')))).toBe(true);
});

test('prefers the nearest project', () => {
  const inner = join(copy.root, 'inner');
  for (const folder of ['data', 'templates'])
    cpSync(join('tests/checks/paper', folder), join(inner, folder), { recursive: true });
  const [outerPaper, innerPaper] = ['.', 'inner/data'].map((folder) => runIn(folder, 'list', '--json').out);
  expect(outerPaper).toContain('parks-update');
  expect(innerPaper).toBe(runPapers(['list', '--root', 'tests/checks/paper', '--json']).out);
});

test('explains what a project is if there is none', () => {
  rmSync(join(copy.root, 'data'), { recursive: true });
  for (const command of [
    'build',
    'check',
    'preview',
    'list',
    'verify',
    'archive',
    'explain x',
    'new 2024-25-q3',
  ]) {
    const { code, err } = runIn('templates', ...command.split(' '));
    expect({ command, code }).toEqual({ command, code: 2 });
    expect(err).toBe(
      [
        `papers: there is no project in ${realpathSync(join(copy.root, 'templates'))}`,
        'A project is a folder that has data/organisation.yaml and templates/.',
        'Run the command in a project or in any folder below it, or name the project with --root.',
        'To start a new project, run: papers init\n',
      ].join('\n'),
    );
  }
});

test('reports a missing organisation.yaml in a project that has papers', () => {
  rmSync(join(copy.root, 'data/organisation.yaml'));
  const { code, err } = runIn('.', 'check');
  expect(code).toBe(1);
  expect(err).toContain('data/organisation.yaml');
});

test('takes --root, --json and --help before the command and after it', () => {
  const after = runPapers(['list', '--root', copy.root, '--json']);
  expect(JSON.parse(after.out)).toMatchObject({ papers: [{ paper: 'parks-update' }] });
  expect(runPapers(['--root', copy.root, '--json', 'list'])).toEqual(after);
  expect(runPapers(['--json', 'list', '--root', copy.root])).toEqual(after);
  const help = runPapers(['build', '--help']);
  expect(help.out).toContain('papers build [options] [period] [paper]');
  expect(runPapers(['--help', 'build'])).toEqual(help);
  expect(runPapers(['--root', copy.root, '--help', 'build'])).toEqual(help);
  expect(runPapers(['help', 'build'])).toEqual(help);
});

test('prints the version wherever --version stands', () => {
  const version = runPapers(['--version']);
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(runPapers(['list', '--version'])).toEqual(version);
});

test('keeps the paths of a root that is named by its absolute path', () => {
  addWarning();
  const { err } = runPapers(['check', '--root', copy.root]);
  expect(err.startsWith(`${join(copy.root, PAPER)}:`)).toBe(true);
});

test('names files from the repository for GitHub and SARIF, wherever the command runs', () => {
  addWarning();
  mkdirSync(join(copy.root, '.git'));
  expect(runIn(PERIOD, 'check', '--format', 'github').out).toContain(`::warning file=${PAPER},line=`);
  const log = JSON.parse(runIn(PERIOD, 'check', '--format', 'sarif').out) as Log;
  expect(log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(PAPER);
});

test('names files by the folder of the project in the repository', () => {
  addWarning();
  const repository = mkdtempSync(join(tmpdir(), 'repository-'));
  mkdirSync(join(repository, '.git'));
  cpSync(copy.root, join(repository, 'papers'), { recursive: true });
  const { out } = runPapers(['check', '--root', 'papers', '--format', 'github'], { cwd: repository });
  expect(out).toContain(`::warning file=papers/${PAPER},line=`);
  rmSync(repository, { recursive: true });
});
