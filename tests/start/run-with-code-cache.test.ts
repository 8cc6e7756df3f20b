import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeCachePath } from '../../src/start/run-with-code-cache.js';
import { runPapers } from '../support/run-papers.js';

/** A copy of the program in a folder from which Node finds no packages. */
let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'papers-start-'));
  cpSync('dist', join(copy, 'dist'), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

const findPart = (name: string): string => join(copy, 'dist', name);
const listCodeCaches = (): string[] =>
  ['program.cjs', 'press-worker.cjs'].map((name) => codeCachePath(findPart(name)));

test('writes a code cache for the program and for the press worker', () => {
  for (const path of listCodeCaches()) expect(statSync(path).size).toBeGreaterThan(100_000);
});

/** Ways in which a code cache can be unusable. The program must start without it. */
const DAMAGE: [string, (path: string) => void][] = [
  ['is missing', (path) => rmSync(path)],
  ['is cut short', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['is empty', (path) => truncateSync(path)],
  ['comes from another V8', (path) => writeFileSync(path, withOtherVersion(readFileSync(path)))],
  ['is another kind of file', (path) => cpSync(findPart('program.cjs'), path)],
];

test.each(DAMAGE)('builds a paper if the code cache %s', (_title, damage) => {
  listCodeCaches().forEach(damage);
  const root = join(copy, 'project');
  for (const folder of ['data', 'templates'])
    cpSync(join('tests/papers/parks-update', folder), join(root, folder), { recursive: true });
  const { code, out, err } = runPapers(['build', '--root', root], { program: findPart('cli.js') });
  expect(err).not.toContain('internal error');
  expect(out).toContain('parks-update.pdf');
  expect(code).toBe(0);
});

test('runs a bundle once, however often it is required', () => {
  writeFileSync(
    findPart('program.cjs'),
    "const load = () => require('./press-worker.cjs');\nload();\nload();\n",
  );
  writeFileSync(findPart('press-worker.cjs'), "process.stdout.write('the bundle runs\\n');\n");
  listCodeCaches().forEach((path) => rmSync(path));
  const { out } = runPapers(['list'], { program: findPart('cli.js') });
  expect(out.split('the bundle runs')).toHaveLength(2);
});

/** V8 keeps a hash of its version in the second word of the cache. */
function withOtherVersion(codeCache: Buffer): Buffer {
  codeCache.writeUInt32LE(codeCache.readUInt32LE(4) ^ 1, 4);
  return codeCache;
}
