import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyProject, runPapers } from '../support/run-papers.js';

test('reports a file in place of the output folder as a disk error, and keeps it', () => {
  const copy = copyProject('tests/checks/paper');
  copy.write('output', 'mine');
  const { code, err } = runPapers(['build', '--root', copy.root]);
  expect(code).toBe(1);
  expect(err).toMatch(/output.2024-25-q2 \(or a folder above it\) is a file, but a folder is needed there/);
  expect(err).not.toMatch(/\n\s+at /);
  expect(readFileSync(join(copy.root, 'output'), 'utf8')).toBe('mine');
  copy.remove();
});
