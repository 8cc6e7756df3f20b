import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

const PAPER = 'data/2024-25-q3/parks-update.yaml';

let copy: Copy;
afterEach(() => copy.remove());

/** Rolls the parks forward, so that three paragraphs are unreviewed. */
function rollForward(): void {
  copy = copyProject('tests/papers/parks-update');
  expect(runPapers(['new', '2024-25-q3', '--meeting', '2025-02-04', '--root', copy.root]).code).toBe(0);
}

function review(...args: string[]): Run {
  return runPapers(['review', ...args, '--root', copy.root]);
}

function read(path = PAPER): string {
  return readFileSync(join(copy.root, path), 'utf8');
}

test('lists what is unreviewed by group, with the place of each text', () => {
  rollForward();
  const { code, out } = review();
  expect(code).toBe(0);
  expect(out).toMatch(/\nprogress +furniture +data\/2024-25-q3\/parks-update\.yaml:\d+:\d+\n +research /);
  expect(out).toMatch(/3 entries to read\. When a group is right: papers review --all-in progress\n$/);
});

test('removes only the named label, and leaves every other line as it is', () => {
  rollForward();
  const before = read();
  const { code, out } = review('research');
  expect([code, out]).toEqual([
    0,
    'Marked as reviewed: research\n2 entries are left. `papers review` lists them.\n',
  ]);
  expect(read()).toBe(before.replace('  - research\n', ''));
});

test('marks a whole group, and removes the list when nothing is left', () => {
  rollForward();
  review('--all-in', 'progress');
  expect(read()).toMatch(/unreviewed:\n {2}- ask\n/);
  const { out } = review('ask');
  expect(out).toContain('Everything that was carried over has been reviewed.');
  expect(read()).not.toContain('unreviewed');
  expect(read()).not.toContain('Carried over unchanged');
  expect(review().out).toBe('Everything that was carried over has been reviewed.\n');
  const { out: checked } = runPapers(['check', '--root', copy.root, '--json']);
  expect(checked).not.toContain('paragraph-is-reviewed');
});

test('keeps line breaks of Windows and a list in brackets', () => {
  rollForward();
  copy.change(PAPER, (text) =>
    text
      .replace(/unreviewed:\n(?: {2}- .*\n)+/, 'unreviewed: [furniture, research, ask]\n')
      .replaceAll('\n', '\r\n'),
  );
  const before = read();
  expect(review('research', 'ask').code).toBe(0);
  expect(read()).toBe(before.replace('[furniture, research, ask]', '[furniture]'));
});

test('marks commitments in their own file', () => {
  copy = copyProject('.');
  runPapers(['new', '2008-09-q4', '--meeting', '2009-07-02', '--root', copy.root]);
  const paper = read('data/2008-09-q4/tp-thematic-performance.yaml');
  expect(review('--all-in', 'commitments').out).toContain('hub-teams');
  expect(read('data/2008-09-q4/commitments.yaml')).not.toContain('unreviewed');
  expect(read('data/2008-09-q4/tp-thematic-performance.yaml')).toBe(paper);
});

test('changes nothing when one of the names is unknown', () => {
  rollForward();
  const before = read();
  const { code, err } = review('furniture', 'reserch');
  expect(code).toBe(2);
  expect(err).toContain('"reserch" is not under unreviewed:\nDid you mean "research"?');
  expect(review('--all-in', 'progres').err).toContain('Did you mean "progress"?');
  expect(read()).toBe(before);
});
