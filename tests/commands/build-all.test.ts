import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyManyPapers, FIRST, QUARTER, removeProject } from '../support/copy-many-papers.js';
import { hashFiles } from '../support/hash-files.js';
import { runPapers, type Run } from '../support/run-papers.js';

const COPIES = [1, 2, 3].map((n) => `${FIRST}-copy-${n}`);

describe('a project of four papers, of which one fails and one has errors', () => {
  const { root, change } = copyManyPapers(COPIES.length);
  const breakPaper = (): void =>
    change(`data/${QUARTER}/${FIRST}-copy-1.yaml`, (text) =>
      text.replace('{{facts.budget}}', '{{facts.nothing}}'),
    );
  let run: Run;

  beforeAll(() => {
    breakPaper();
    change(`data/${QUARTER}/${FIRST}-copy-2.yaml`, (text) =>
      text.replace('Oak ones.', 'Oak ones, 4,711 of them.'),
    );
    change(`templates/${FIRST}-copy-2/paper.yaml`, (text) =>
      text.replace('number-is-bound: off', 'number-is-bound: error'),
    );
    run = runPapers(['build', '--all', '--jobs', '2', '--root', root]);
  });
  afterAll(() => removeProject(root));

  test('builds the others, and exits with 1', () => {
    expect(run.code).toBe(1);
    expect(readdirSync(join(root, 'output', QUARTER))).toEqual([FIRST, COPIES[1], COPIES[2]]);
  });

  test('prints a table of results, and the totals', () => {
    const rows = run.out.split('\n').map((line) => line.split(/ {2,}/).slice(1, 3).join(': '));
    expect(rows.slice(0, 5)).toEqual([
      'Paper: Result',
      `${FIRST}: built`,
      `${FIRST}-copy-1: failed`,
      `${FIRST}-copy-2: built with errors`,
      `${FIRST}-copy-3: built`,
    ]);
    expect(run.out).toContain('4 papers: 3 built, 1 of them with errors, which prevent issuing, 1 failed.');
    expect(run.out).toContain('The files of failed papers are those of their last build.');
  });

  test("prints each paper's problems once, under its name, in the order of the papers", () => {
    const headings = run.err.split('\n').filter((line) => /^\S+ \S+:$/.test(line));
    expect(headings).toEqual([`${QUARTER} ${FIRST}-copy-1:`, `${QUARTER} ${FIRST}-copy-2:`]);
    expect(run.err.match(/facts has no "nothing" {2}\[name-exists\]/g)).toHaveLength(1);
    expect(run.err.match(/4,711.*\[number-is-bound\]/g)).toHaveLength(1);
    expect(run.err).toMatch(/\d+ \| .*facts\.nothing/); // the line itself
  });

  test('writes the same bytes as a build of one paper', () => {
    const folder = join(root, 'output', QUARTER, `${FIRST}-copy-3`);
    const inOneRun = hashFiles(folder);
    runPapers(['build', QUARTER, `${FIRST}-copy-3`, '--root', root]);
    expect(hashFiles(folder)).toEqual(inOneRun);
    expect(Object.keys(inOneRun)).toHaveLength(4);
  });

  test('keeps the files of the last build of a paper that fails', () => {
    change(`data/${QUARTER}/${FIRST}-copy-3.yaml`, (text) =>
      text.replace('{{facts.budget}}', '{{facts.nothing}}'),
    );
    const folder = join(root, 'output', QUARTER, `${FIRST}-copy-3`);
    const before = hashFiles(folder);
    const { code } = runPapers(['build', '--all', '--jobs', '1', '--root', root]);
    expect(code).toBe(1);
    expect(hashFiles(folder)).toEqual(before);
  });

  test('prints one JSON object for other programs', () => {
    const { code, out, err } = runPapers(['build', QUARTER, '--all', '--json', '--root', root]);
    const { papers } = JSON.parse(out) as { papers: { paper: string; built: boolean; problems: object[] }[] };
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(papers.map(({ paper, built }) => [paper, built])).toEqual([
      [FIRST, true],
      [`${FIRST}-copy-1`, false],
      [`${FIRST}-copy-2`, true],
      [`${FIRST}-copy-3`, false],
    ]);
    expect(papers[1]?.problems).toHaveLength(1);
  });
});

test('builds a paper of which two appendices have the same text', () => {
  const { root, change } = copyManyPapers(1);
  change(
    `data/${QUARTER}/${FIRST}.yaml`,
    (text) => `${text}
appendices:
  bids: { title: Bids, restricted: they are still open }
  leases: { title: Leases, restricted: they are still open }
`,
  );
  const { code, err } = runPapers(['build', '--all', '--root', root]);
  expect(err).not.toContain('internal error');
  expect(code).toBe(0);
  removeProject(root);
});

test('prints a problem of a file that papers share once, and counts it for each paper', () => {
  const { root, change } = copyManyPapers(2);
  change('data/organisation.yaml', (text) => `${text}\nunknown-key: 1\n`);
  const { code, out, err } = runPapers(['build', '--all', '--root', root]);
  expect(code).toBe(1);
  expect(err.match(/unknown-key.*\[key-is-known\]/g)).toHaveLength(1);
  expect(err.match(/1 problem of shared files: see above\./g)).toHaveLength(2);
  expect(out).toContain('3 papers: 0 built, 3 failed.');
  removeProject(root);
});

test('builds only the papers of the quarter that is named', () => {
  const { root } = copyManyPapers(1);
  const { code, out } = runPapers(['build', QUARTER, '--all', '--root', root]);
  expect(code).toBe(0);
  expect(out).toContain('2 papers: 2 built, 0 failed.');
  const wrong = runPapers(['build', '2024-25-q1', '--all', '--root', root]);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('has figures but no paper');
  removeProject(root);
});

test('goes on after a paper whose files cannot be written', () => {
  const { root } = copyManyPapers(1);
  mkdirSync(join(root, 'output', QUARTER), { recursive: true });
  writeFileSync(join(root, 'output', QUARTER, FIRST), 'a file in place of the folder');
  const { code, out, err } = runPapers(['build', '--all', '--root', root]);
  expect(code).toBe(1);
  expect(err).toContain('is a file, but a folder is needed there');
  expect(out).toContain('2 papers: 1 built, 1 failed.');
  expect(readFileSync(join(root, 'output', QUARTER, FIRST), 'utf8')).toBe('a file in place of the folder');
  removeProject(root);
});

test('stops at Ctrl-C with whole folders only', async () => {
  const { root } = copyManyPapers(30);
  const output = join(root, 'output', QUARTER);
  const program = spawn(process.execPath, [
    resolve('dist/cli.js'),
    ...['build', '--all', '--jobs', '2', '--root', root],
  ]);
  let err = '';
  program.stderr.on('data', (text: Buffer) => (err += text.toString()));
  while (!existsSync(output)) await setTimeout(5);
  program.kill('SIGINT');
  const [code] = (await once(program, 'close')) as [number | null];
  expect(code).toBe(130);
  expect(err).toMatch(/Stopped: \d+ of 31 papers were built\. The files of the others are unchanged\./);
  const folders = readdirSync(output);
  expect(folders.length).toBeLessThan(31);
  for (const folder of folders) expect(readdirSync(join(output, folder))).toHaveLength(4);
  removeProject(root);
});

test.each([
  [['--jobs', '2'], '--jobs is for many papers: add --all'],
  [['--report', 'r.json'], '--report is for many papers: add --all'],
  [[QUARTER, FIRST, '--all'], `name the paper ${FIRST}, or build --all: not both`],
  [['--all', '--jobs', '0'], 'Write a whole number from 1 to 256.'],
  [['--shard', '0/2'], 'Write the part and the number of parts: 1/3, 2/3 or 3/3.'],
  [['--shard', '3/2'], 'Write the part and the number of parts: 1/3, 2/3 or 3/3.'],
])('refuses %j', (args, message) => {
  const { code, err } = runPapers(['build', ...args]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
