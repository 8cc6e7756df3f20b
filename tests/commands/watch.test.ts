import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';
import { runWatch } from '../support/run-watch.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const PDF = 'output/2024-25-q2/parks-update/parks-update.pdf';
const NAME = '2024-25-q2 parks-update';

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/parks-update');
});
afterEach(() => copy.remove());

test('checks again at each save, between a start line and an end line, and ends with 0 at Ctrl-C', async () => {
  const watch = runWatch(['check', '--root', copy.root]);
  const start = new RegExp(`^Checking ${NAME} …$`, 'm');
  const end = new RegExp(`^Checked ${NAME}\\. Waiting for changes: press Ctrl-C to stop\\.$`, 'm');
  await watch.until(start);
  expect(await watch.until(end)).toBe(`\n${NAME}: no problems found\n`);
  copy.change(PAPER, (text) => text.replace('R&D does not grow', 'the XYZ does not grow'));
  await watch.until(start);
  expect(await watch.until(end)).toContain(': warning: "XYZ" is not expanded  [acronym-expanded]');
  copy.change(PAPER, (text) => text.replace('XYZ', 'R&D'));
  await watch.until(start);
  expect(await watch.until(end)).toBe(`\n${NAME}: no problems found\n`);
  expect(await watch.stop()).toBe(0);
});

test('builds the same files as one build, keeps them while a file has an error, and goes on', async () => {
  const watch = runWatch(['build', '--root', copy.root]);
  const end = /^Finished\. Waiting for changes: press Ctrl-C to stop\.$/m;
  await watch.until(/^Building 2024-25-q2 parks-update …$/m);
  await watch.until(end);
  const first = readFileSync(join(copy.root, PDF));
  copy.change(PAPER, (text) => text.replace('narrative:', 'narrativ:'));
  expect(await watch.until(end)).toContain('Nothing was built. The files of your last build are unchanged.');
  expect(readFileSync(join(copy.root, PDF)).equals(first)).toBe(true);
  copy.change(PAPER, (text) => text.replace('narrativ:', 'narrative:').replace('does not grow', 'grows'));
  expect(await watch.until(end)).toContain(`made ${join(copy.root, PDF)}`);
  const last = readFileSync(join(copy.root, PDF));
  expect(await watch.stop()).toBe(0);
  expect(last.equals(first)).toBe(false);
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
  expect(readFileSync(join(copy.root, PDF)).equals(last)).toBe(true);
});

test('rejects a paper that does not exist before it watches, and output for other programs', () => {
  const run = (...args: string[]) => runPapers([...args, '--root', copy.root, '--watch']);
  expect(run('check', '2023-24-q1')).toMatchObject({ code: 2, out: '' });
  expect(run('check', '--format', 'sarif')).toMatchObject({ code: 2, out: '' });
  expect(run('build', '--json')).toMatchObject({ code: 2, out: '' });
  expect(runPapers(['--json', '--root', copy.root, 'build', '--watch'])).toMatchObject({ code: 2, out: '' });
});
