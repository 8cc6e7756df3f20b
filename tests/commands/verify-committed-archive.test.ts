import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ARCHIVE, listVersions } from '../../src/archive/list-versions.js';
import { runPapers } from '../support/run-papers.js';

/** The archive that is committed with the project. Later builds lay papers out differently, so only its hashes are checked. */
const issued = listVersions(ARCHIVE).length;

test.runIf(issued > 0)('finds every issued version unchanged', () => {
  const { code, out, err } = runPapers(['verify', 'all', '--no-rebuild']);
  expect(err).toBe('');
  expect(out).toContain(`Fine: ${issued === 1 ? '1 version is' : `${issued} versions are`} as issued.`);
  expect(code).toBe(0);
});

test.runIf(issued > 0)(
  'says in a sentence what it means that an earlier build of the program issued a version',
  () => {
    const { code, out, err } = runPapers(['verify']);
    const [verdict = '', ...more] = out.trimEnd().split('\n');
    expect(verdict).toMatch(/^Fine: /);
    expect(more.filter((line) => line.includes('another build'))).toHaveLength(1);
    expect(out).not.toMatch(/is not valid|unknown key|error/);
    expect(err).toBe('');
    expect(code).toBe(0);
  },
);

test.runIf(issued === 0)('reports that nothing has been issued yet', () => {
  const { code, out } = runPapers(['verify']);
  expect(out).toContain('Nothing has been issued');
  expect(code).toBe(0);
});

const runGit = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' });
const isClone = runGit('rev-parse', '--is-inside-work-tree').stdout.trim() === 'true';

test.runIf(isClone)('keeps archived bytes in git, and ignores only the leftovers of a stopped issue', () => {
  const version = `${ARCHIVE}/sop/2009-04-02/8-paper/v1.0/figures.csv`;
  expect(runGit('check-attr', 'text', version).stdout).toContain('text: unset');
  expect(runGit('check-ignore', version).status).toBe(1);
  expect(runGit('check-ignore', `${ARCHIVE}/.issuing-0123ab`).status).toBe(0);
});

test.runIf(isClone && issued > 0)('verifies a fresh clone', () => {
  const clone = mkdtempSync(join(tmpdir(), 'papers-clone-'));
  const cloning = runGit('clone', '--quiet', '--config', 'core.autocrlf=true', '--no-hardlinks', '.', clone);
  expect(cloning.status, cloning.stderr).toBe(0);
  const { code, err } = runPapers(['verify', 'all', '--no-rebuild', '--root', clone]);
  expect(err).toBe('');
  expect(code).toBe(0);
  rmSync(clone, { recursive: true });
});
