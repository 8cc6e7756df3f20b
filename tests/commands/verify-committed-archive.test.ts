import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ARCHIVE, listVersions } from '../../src/archive/list-versions.js';
import { runPapers } from '../support/run-papers.js';

/** The archive that is committed with the project: later builds lay papers out otherwise, so it is held by its hashes. */
const issued = listVersions(ARCHIVE).length;

test.runIf(issued > 0)('what has been issued is as it was issued', () => {
  const { code, out, err } = runPapers(['verify', 'all', '--no-rebuild']);
  expect(err).toBe('');
  expect(out).toContain(`${issued} version${issued === 1 ? '' : 's'} verified`);
  expect(code).toBe(0);
});

test.runIf(issued === 0)('nothing has been issued here yet, and verify says so', () => {
  const { code, out } = runPapers(['verify']);
  expect(out).toContain('Nothing has been issued');
  expect(code).toBe(0);
});

const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' });
const isClone = git('rev-parse', '--is-inside-work-tree').stdout.trim() === 'true';

test.runIf(isClone)(
  'git keeps archived bytes as they are, and ignores only what a stopped issue leaves',
  () => {
    const version = `${ARCHIVE}/sop/2009-04-02/8-paper/v1.0/figures.csv`;
    expect(git('check-attr', 'text', version).stdout).toContain('text: unset');
    expect(git('check-ignore', version).status).toBe(1);
    expect(git('check-ignore', `${ARCHIVE}/.issuing-0123ab`).status).toBe(0);
  },
);

test.runIf(isClone && issued > 0)('a fresh clone holds the same', () => {
  const clone = mkdtempSync(join(tmpdir(), 'papers-clone-'));
  const made = git('clone', '--quiet', '--config', 'core.autocrlf=true', '--no-hardlinks', '.', clone);
  expect(made.status, made.stderr).toBe(0);
  const { code, err } = runPapers(['verify', 'all', '--no-rebuild', '--root', clone]);
  expect(err).toBe('');
  expect(code).toBe(0);
  rmSync(clone, { recursive: true });
});
