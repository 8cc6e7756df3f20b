import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeManyPapers } from './stress-projects.mjs';

/** The quarter and the first paper of the project that `copyManyPapers` makes. The others are `parks-update-copy-1` and so on. */
export const QUARTER = '2024-25-q2';
export const FIRST = 'parks-update';

/** Makes a project of the invented parks paper and `count` copies of it. `change` edits a file. */
export function copyManyPapers(count: number): {
  root: string;
  change: (path: string, edit: (text: string) => string) => void;
} {
  const root = mkdtempSync(join(tmpdir(), 'papers-many-'));
  writeManyPapers(root, { from: 'tests/papers/parks-update', period: QUARTER, paper: FIRST, count });
  const change = (path: string, edit: (text: string) => string): void => {
    const before = readFileSync(join(root, path), 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`the edit did not change ${path}`);
    writeFileSync(join(root, path), after);
  };
  return { root, change };
}

export function removeProject(root: string): void {
  rmSync(root, { recursive: true, force: true });
}
