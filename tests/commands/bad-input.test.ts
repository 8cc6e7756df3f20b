import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../src/model/problem.js';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

interface Fault {
  name: string;
  /** The project of tests/papers to change. The default is parks-update. */
  project?: string;
  file: string;
  replace?: [string, string];
  write?: string | { repeat: string; times: number };
  remove?: true;
  folder?: true;
  /** The file of the problem, if it is not the changed one. */
  at?: string;
  fault: { alone?: true; rule: string; line?: number; column?: number; says?: string; hint?: string };
}

const GOOD = 'tests/papers/parks-update';
const faults = parse(readFileSync('tests/commands/bad-input.yaml', 'utf8')) as Fault[];

let copy: Copy;
afterEach(() => copy.remove());

function problemsOf(root: string): { code: number | null; problems: Problem[]; err: string } {
  const run = runPapers(['check', '--root', root, '--json']);
  return {
    code: run.code,
    err: run.err,
    problems: run.out === '' ? [] : (JSON.parse(run.out) as { problems: Problem[] }).problems,
  };
}

test.each(faults.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
  const { project, file, replace, write, remove, folder, at = file, fault } = entry;
  copy = copyProject(project ? `tests/papers/${project}` : GOOD);
  if (replace) copy.change(file, (text) => text.replace(replace[0], () => replace[1]));
  if (write !== undefined)
    copy.write(file, typeof write === 'string' ? write : write.repeat.repeat(write.times));
  if (folder) mkdirSync(join(copy.root, file));
  if (remove) rmSync(join(copy.root, file));
  const { code, problems, err } = problemsOf(copy.root);
  expect(err).toBe('');
  expect(code).toBe(1);
  const problem = problems.find(({ rule }) => rule === fault.rule);
  expect(problem, JSON.stringify(problems, null, 1)).toBeDefined();
  expect(problem?.place?.file).toBe(fault.rule === 'label-is-unique' ? problem?.place?.file : at);
  if (fault.alone) expect(problems).toHaveLength(1);
  if (fault.line !== undefined) expect(problem?.place?.line).toBe(fault.line);
  if (fault.column !== undefined) expect(problem?.place?.column).toBe(fault.column);
  if (fault.says !== undefined) expect(problem?.message).toContain(fault.says);
  if (fault.hint !== undefined)
    expect(`${problem?.expected ?? ''} ${problem?.hint ?? ''}`).toContain(fault.hint);
});

test('reports every problem of a stage at once, and marks the line and the column', () => {
  copy = copyProject(GOOD);
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text
      .replace(
        '{{facts.benches}} {{plural facts.benches "bench" "benches"}} and',
        '{{facts.bench}} benches and',
      )
      .replace('{{paper "tree-plan"}}', '{{papr "tree-plan"}}'),
  );
  const { code, err, out } = runPapers(['build', '--root', copy.root]);
  expect(code).toBe(1);
  expect(err).toContain('data/2024-25-q2/parks-update.yaml:11:25: error: facts has no "bench"');
  expect(err).toContain('helper-exists');
  expect(err).toMatch(/11 \| {7}The team put in .*\n +\^/);
  expect(err).not.toMatch(/\n\s+at /);
  expect(out).toContain('Nothing was built');
});

test.each([
  ['not UTF-8', new Uint8Array([0x6e, 0x61, 0xe9, 0x0a]), 'file-is-utf8'],
  ['of 10 MB', new Uint8Array(10 * 1024 * 1024).fill(0x23), 'file-is-small'],
])('rejects a file that is %s', (_name, bytes, rule) => {
  copy = copyProject(GOOD);
  copy.write('data/measures.yaml', bytes);
  expect(problemsOf(copy.root).problems.map((problem) => problem.rule)).toContain(rule);
});

test('does not follow a link out of the project', () => {
  copy = copyProject(GOOD);
  const outside = join(tmpdir(), 'papers-outside.yaml');
  writeFileSync(outside, 'measures: {}\n');
  rmSync(join(copy.root, 'data/measures.yaml'));
  symlinkSync(outside, join(copy.root, 'data/measures.yaml'));
  expect(problemsOf(copy.root).problems.map(({ rule }) => rule)).toContain('file-is-inside');
});

test('ignores a byte order mark, and accepts CRLF and curly quotes in text', () => {
  copy = copyProject(GOOD);
  for (const file of [
    'data/2024-25-q2/parks-update.yaml',
    'data/organisation.yaml',
    'templates/parks-update/sections/visits.md.hbs',
  ])
    copy.change(file, (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`);
  expect(problemsOf(copy.root)).toEqual({ code: 0, err: '', problems: [] });
});

test('explains an output folder that cannot be made, without a stack trace', () => {
  copy = copyProject(GOOD);
  copy.write('output', 'in the way');
  const { code, err } = runPapers(['build', '--root', copy.root]);
  expect(code).toBe(1);
  expect(err).not.toMatch(/\n\s+at /);
  expect(err).toContain('unchanged');
});

test.each([
  ['events', 'data.events'],
  ['commitments', 'data.commitments'],
  ['off-course', 'data.off-course'],
])('reports a missing file of %s only once', (name, says) => {
  copy = copyProject('.');
  const file = `data/2008-09-q3/${name}.yaml`;
  rmSync(join(copy.root, file));
  const { code, problems } = problemsOf(copy.root);
  expect(code).toBe(1);
  expect(problems).toEqual([
    expect.objectContaining({
      rule: 'file-exists',
      place: { file, line: 1, column: 1 },
      message: expect.stringContaining(says) as string,
    }),
  ]);
});

test.each([[[]], [['2024-25-q2']]])(
  'reports a quarter with figures but no paper: papers check %j',
  (args) => {
    copy = copyProject(GOOD);
    rmSync(join(copy.root, 'data/2024-25-q2/parks-update.yaml'));
    const { code, err } = runPapers(['check', ...args, '--root', copy.root]);
    expect(code).toBe(2);
    expect(err).toContain('data/2024-25-q2 has figures but no paper');
    expect(err).toContain('data/2024-25-q2/parks-update.yaml');
  },
);

test('keeps the last output when a build fails', () => {
  copy = copyProject(GOOD);
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
  const csv = join(copy.root, 'output/2024-25-q2/parks-update/figures.csv');
  const before = readFileSync(csv);
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace('{{facts.benches}} {{plural facts.benches "bench" "benches"}} and', '{{facts.bench}}'),
  );
  expect(runPapers(['build', '--root', copy.root]).code).toBe(1);
  expect(readFileSync(csv)).toEqual(before);
});

test('prints values as text, never as markup', () => {
  copy = copyProject(GOOD);
  copy.change('data/2024-25-q2/shares.yaml', (text) =>
    text.replace('label: under 40', 'label: "R&D *<10%* [x](y) | {{ _a_"'),
  );
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
  const csv = readFileSync(join(copy.root, 'output/2024-25-q2/parks-update/figures.csv'), 'utf8');
  expect(csv).toContain('R&D *<10%* [x](y) | {{ _a_');
});

test.each([
  [['build', '2024-25-q9'], 'period'],
  [['build', '2024-25-q2', 'park-update'], 'Did you mean "parks-update"'],
  [['bild'], 'build'],
  [['build', '--made-at', 'yesterday'], 'YYYY-MM-DD'],
])('rejects wrong usage: papers %j', (args, says) => {
  copy = copyProject(GOOD);
  const { code, err } = runPapers([...args, ...(args[0] === 'build' ? ['--root', copy.root] : [])]);
  expect(code).toBe(2);
  expect(err).toContain(says);
});

test('rejects an empty folder, with a hint', () => {
  copy = copyProject(GOOD);
  mkdirSync(join(copy.root, 'empty'));
  const { code, err } = runPapers(['build', '--root', join(copy.root, 'empty')]);
  expect(code).toBe(2);
  expect(err).toContain('--root');
});

test('puts the caret in the right column for text from a terminal or a Windows editor', () => {
  copy = copyProject(GOOD);
  copy.change(
    'data/2024-25-q2/parks-update.yaml',
    (text) => `\ufeff${text.replace('status: final', 'status: fi\u00a0nal').replaceAll('\n', '\r\n')}`,
  );
  const { err } = runPapers(['check', '--root', copy.root]);
  expect(err).toContain('    2 | status: fi·nal\n                ^\n');
});

test('prints no error when a reader closes the pipe early', () => {
  copy = copyProject(GOOD);
  const run = spawnSync(
    'sh',
    ['-c', `"$0" "$1" list --root "$2" | true`, process.execPath, resolve('dist/cli.js'), copy.root],
    {
      encoding: 'utf8',
    },
  );
  expect(run.stderr).toBe('');
});

test('leaves no partial output when a build is stopped', async () => {
  copy = copyProject(GOOD);
  const run = spawn(process.execPath, [resolve('dist/cli.js'), 'build', '--root', copy.root]);
  const code = new Promise((done) => run.on('exit', done));
  const folder = join(copy.root, 'output', '2024-25-q2');
  while (!existsSync(folder) && run.exitCode === null) await new Promise((next) => setTimeout(next, 1));
  run.kill('SIGINT');
  expect([0, 130, null]).toContain(await code); // null: the signal came while the process was exiting
  expect(readdirSync(folder)).toEqual(['parks-update']);
});

test('reports problems in the narrative of a section that has a problem itself', () => {
  copy = copyProject(GOOD);
  copy.change('templates/parks-update/sections/progress.md.hbs', (text) => `{{> missing}}\n\n${text}`);
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace(
      '{{facts.benches}} {{plural facts.benches "bench" "benches"}} and',
      '{{facts.bench}} benches and',
    ),
  );
  expect(problemsOf(copy.root).problems.map(({ rule }) => rule)).toEqual(['name-exists', 'partial-exists']);
});

test('accepts a paragraph that begins with any emphasis', async () => {
  copy = copyProject(GOOD);
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace('The Panel is asked', '_The_ Panel is asked').replace('R&D <10%', '**R&D** <10%'),
  );
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
  const pdf = await readPdf(readFileSync(join(copy.root, 'output/2024-25-q2/parks-update/parks-update.pdf')));
  expect(pdf.body).toContain('The Panel is asked');
  expect(pdf.body).not.toMatch(/[_*]/);
});
