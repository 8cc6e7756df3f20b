import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode, isMissingPath } from '../error-code.js';
import { makeError, type Checked, type Problem } from '../model/problem.js';
import type { RuleId } from '../model/rules.js';
import type { SourceFile } from '../model/source-file.js';
import { findTrueName } from './find-true-name.js';
import { isInside } from './is-inside.js';

const MEGABYTE = 1024 * 1024;
/** The size limits in megabytes. A larger file is a mistake. Spreadsheets may have many rows, and Word files and PDFs pictures. */
const MAX_SIZE = 4;
const MAX_OFFICE_SIZE = 32;
const MAX_PICTURE_SIZE = 5;

/** Creates a problem of the file that is being read. */
type Report = (rule: RuleId, message: string, hint?: string) => Problem;

/**
 * Reads a text file below `root`. `path` is relative to `root`, with `/`.
 * The value is null if the file cannot be read.
 */
export function readFile(
  root: string,
  path: string,
  decode: (bytes: Uint8Array) => string = decodeUtf8,
): Checked<SourceFile | null> {
  const report: Report = (rule, message, hint) =>
    makeError(rule, { file: path, line: 1, column: 1 }, message, { hint });
  try {
    const problem = checkFile(root, path, report);
    if (problem) return { value: null, problems: [problem] };
    const bytes = readFileSync(join(root, path));
    return { value: { path, text: decode(bytes), bytes }, problems: [] };
  } catch (error) {
    return { value: null, problems: [explainError(error, report)] };
  }
}

/** Checks that the file is inside the project and small. Throws if it does not exist or may not be read. */
function checkFile(root: string, path: string, report: Report): Problem | null {
  const file = join(root, path);
  const realPath = realpathSync.native(file);
  if (!isInside(realpathSync.native(root), realPath))
    return report(
      'file-is-inside',
      'the file is outside the project',
      'Copy it into the project. Links to other folders are not followed.',
    );
  const trueName = lstatSync(file).isSymbolicLink() ? null : findTrueName(path, realPath);
  if (trueName !== null)
    return report(
      'file-exists',
      `the file is called "${trueName}" on the disk`,
      'Use the same capitals: Linux tells them apart.',
    );
  const stats = statSync(file);
  if (!stats.isFile() && !stats.isDirectory())
    return report(
      'file-is-readable',
      'this is a pipe or a device, not a file',
      'Replace it by a file, or remove it.',
    );
  const { size } = stats;
  const limit = findLimit(path);
  if (size <= limit * MEGABYTE) return null;
  return report(
    'file-is-small',
    `the file is too large: ${Math.round(size / MEGABYTE)} MB, but at most ${limit} MB are read`,
    'Check that it is the right file.',
  );
}

function findLimit(path: string): number {
  if (/\.(?:csv|xls[xm]|doc[xm]?|pdf)$/i.test(path)) return MAX_OFFICE_SIZE;
  return /\.(?:png|jpe?g|svg)$/i.test(path) ? MAX_PICTURE_SIZE : MAX_SIZE;
}

/**
 * Decodes UTF-8 and removes the byte order mark that Windows editors add.
 * Throws a TypeError if the bytes are not UTF-8.
 */
function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function explainError(error: unknown, report: Report): Problem {
  if (error instanceof TypeError)
    return report(
      'file-is-utf8',
      'the file is not UTF-8 text',
      'Save it from your editor with the encoding UTF-8.',
    );
  if (isMissingPath(error))
    return report(
      'file-exists',
      'the file is missing',
      'Restore it, for example from git. Check the spelling of its name.',
    );
  if (hasErrorCode(error, 'EACCES', 'EPERM'))
    return report(
      'file-is-readable',
      'you do not have permission to read the file',
      'Ask for permission to read it.',
    );
  if (hasErrorCode(error, 'EBUSY'))
    return report(
      'file-is-readable',
      'the file is open in another program',
      'Close it there, or wait until it is saved.',
    );
  if (hasErrorCode(error, 'EISDIR')) return report('file-is-readable', 'this is a folder, not a file');
  if (hasErrorCode(error, 'ELOOP')) return report('file-is-readable', 'the link points back to itself');
  throw error;
}
