import { expect, test } from 'vitest';
import { explainDiskError } from '../../src/report/explain-disk-error.js';

const makeDiskError = (code: string, syscall: string, path: string, dest?: string): Error =>
  Object.assign(new Error(code), { code, syscall, path, ...(dest !== undefined && { dest }) });

/** Errors that Node gives on Windows when a program has the old file open. */
const STAGED = String.raw`C:\My papers\output\2008-09-q3\.review-1a2b3c4d-812-aB3dE6\new`;
const OUTPUT = String.raw`C:\My papers\output\2008-09-q3\review`;

test('asks a user on Windows to close the PDF that is open in a viewer', () => {
  const error = makeDiskError('EBUSY', 'rename', `${STAGED}\\review.pdf`, `${OUTPUT}\\review.pdf`);
  expect(explainDiskError(error, 'win32')).toBe(
    'Close C:/My papers/output/2008-09-q3/review/review.pdf in your PDF viewer and build again. Your last PDF is unchanged.',
  );
});

test.each(['EPERM', 'EACCES'])('says for %s on Windows that rights may be missing instead', (code) => {
  const error = makeDiskError(code, 'rename', `${STAGED}\\review.pdf`, `${OUTPUT}\\review.pdf`);
  expect(explainDiskError(error, 'win32')).toMatch(
    /^Close .*\/review\.pdf in your PDF viewer and build again\. Your last PDF is unchanged\.\nIf no program has it open, ask for permission to write there\.$/,
  );
});

test('names another file, such as a table that is open in a spreadsheet program', () => {
  const error = makeDiskError('EBUSY', 'copyfile', `${OUTPUT}\\figures.csv`, `${STAGED}\\figures.csv`);
  expect(explainDiskError(error, 'win32')).toBe(
    'Close C:/My papers/output/2008-09-q3/review/figures.csv in the program that has it open, and try again. Existing files are unchanged.',
  );
});

test('speaks of rights on other systems, where an open file can be replaced', () => {
  const error = makeDiskError(
    'EACCES',
    'rename',
    '/srv/p/output/q/.review-1a2b3c4d-812-aB3dE6/new',
    '/srv/p/output/q/review',
  );
  expect(explainDiskError(error, 'linux')).toBe(
    '/srv/p/output/q/review cannot be opened: ask for permission to read and write there. Existing files are unchanged.',
  );
});

test('never names the temporary folder', () => {
  const error = makeDiskError('ENOSPC', 'write', `${STAGED}\\review.pdf`);
  expect(explainDiskError(error, 'win32')).toBe(
    'C:/My papers/output/2008-09-q3 cannot be written: the disk is full. Existing files are unchanged.',
  );
});

test('leaves other errors to their stack', () => {
  expect(explainDiskError(new TypeError('x'))).toBeNull();
  expect(explainDiskError(makeDiskError('EMFILE', 'open', '/a'))).toBeNull();
});
