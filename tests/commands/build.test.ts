import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/sha256.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

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

test('removes what a killed build left beside the output', () => {
  const copy = copyProject('tests/papers/parks-update');
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const machine = sha256(hostname()).slice(0, 8);
  copy.write(`output/2024-25-q2/.parks-update-${machine}-${ended}-a1B2c3/new/parks-update.pdf`, 'half');
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
  expect(readdirSync(join(copy.root, 'output/2024-25-q2'))).toEqual(['parks-update']);
  copy.remove();
});

describe('with an error of a check', () => {
  const PDF = 'output/2024-25-q2/parks-update/parks-update.pdf';
  let copy: Copy;
  beforeEach(() => {
    copy = copyProject('tests/papers/parks-update');
    copy.change('templates/parks-update/paper.yaml', (text) =>
      text.replace('rules: {', 'rules: { acronym-expanded: error,'),
    );
    copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
      text.replace('R&D does not grow', 'the XYZ does not grow'),
    );
  });
  afterEach(() => copy.remove());

  test('builds the PDF, and says that the paper cannot be issued', () => {
    const { code, out, err } = runPapers(['build', '--root', copy.root]);
    expect(code).toBe(0);
    expect(err).toContain('error: "XYZ" is not expanded');
    expect(out).toMatch(/\nThe PDF was built, but this paper cannot be issued until 1 error is fixed\.\n$/);
    expect(existsSync(join(copy.root, PDF))).toBe(true);
  });

  test('builds nothing with --strict, and keeps the last build', () => {
    copy.write(PDF, 'the last build');
    const { code, out } = runPapers(['build', '--strict', '--root', copy.root]);
    expect(code).toBe(1);
    expect(out).toBe(
      'Nothing was built, because --strict allows no errors. The files of your last build are unchanged.\n',
    );
    expect(readFileSync(join(copy.root, PDF), 'utf8')).toBe('the last build');
    const json = JSON.parse(runPapers(['build', '--strict', '--json', '--root', copy.root]).out) as object;
    expect(json).toMatchObject({ built: false, files: [] });
  });

  test('builds a paper that has only warnings with --strict', () => {
    copy.change('templates/parks-update/paper.yaml', (text) =>
      text.replace('acronym-expanded: error', 'acronym-expanded: warning'),
    );
    const { code, out } = runPapers(['build', '--strict', '--root', copy.root]);
    expect(code).toBe(0);
    expect(out).not.toContain('cannot be issued');
  });
});

test('cites other papers with the word of the template', () => {
  const copy = copyProject('tests/papers/parks-update');
  copy.change('templates/parks-update/paper.yaml', (text) =>
    text.replace('words: {', 'words: { paper: Item,'),
  );
  const { code, err } = runPapers(['build', '--root', copy.root]);
  expect(code, err).toBe(0);
  const page = readFileSync(join(copy.root, 'output/2024-25-q2/parks-update/parks-update.html'), 'utf8');
  expect(page).toContain('item 12a');
  expect(page).not.toContain('report 12a');
  copy.remove();
});
