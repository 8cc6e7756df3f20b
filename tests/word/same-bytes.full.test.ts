import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyProject, runPapers } from '../support/run-papers.js';

const FILE = 'output/2024-25-q2/parks-update/parks-update.docx';

test('makes the same bytes in every thread, and no Word file unless it is asked for', () => {
  const copy = copyProject('tests/papers/parks-update');
  const build = (...options: string[]): Buffer | null => {
    expect(runPapers(['build', ...options, '--root', copy.root]).code).toBe(0);
    const path = join(copy.root, FILE);
    return existsSync(path) ? readFileSync(path) : null;
  };
  try {
    const bytes = build('--format', 'docx');
    expect(build()).toBe(null);
    expect(bytes && build('--all', '--format', 'docx')?.equals(bytes)).toBe(true);
  } finally {
    copy.remove();
  }
});
