import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compiledPath } from '../../src/start/run-compiled.js';
import { runPapers } from '../support/run-papers.js';

/** A copy of the program, where it finds the packages. */
let copy: string;
beforeEach(() => {
  copy = mkdtempSync('node_modules/.start-');
  cpSync('dist', join(copy, 'dist'), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

const part = (name: string): string => join(copy, 'dist', name);
const compiled = (): string[] => ['program.cjs', 'press-thread.cjs'].map((name) => compiledPath(part(name)));

test('the build keeps what was compiled of the program and of the press', () => {
  for (const path of compiled()) expect(statSync(path).size).toBeGreaterThan(100_000);
});

/** What may have become of it, and the program must start all the same. */
const LOST: [string, (path: string) => void][] = [
  ['is missing', (path) => rmSync(path)],
  ['is cut short', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['is empty', (path) => truncateSync(path)],
  ['is of another V8', (path) => writeFileSync(path, otherVersion(readFileSync(path)))],
  ['is something else', (path) => cpSync(part('program.cjs'), path)],
];

test.each(LOST)('the program builds a paper where what was compiled %s', (_what, lose) => {
  compiled().forEach(lose);
  const root = join(copy, 'project');
  for (const folder of ['data', 'templates'])
    cpSync(join('tests/papers/parks-update', folder), join(root, folder), { recursive: true });
  const { code, out, err } = runPapers(['build', '--root', root], { program: part('cli.js') });
  expect(err).not.toContain('fault of ours');
  expect(out).toContain('parks-update.pdf');
  expect(code).toBe(0);
});

/** The version's hash is the second word of its head. */
function otherVersion(compiled: Buffer): Buffer {
  compiled.writeUInt32LE(compiled.readUInt32LE(4) ^ 1, 4);
  return compiled;
}
