import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { hasErrorCode, isMissingPath } from '../error-code.js';
import type { SourceFile } from '../model/source-file.js';
import { makeError, type Checked } from '../model/problem.js';
import type { RuleId } from '../model/rules.js';

/** More than any author types; a larger file is a mistake, and would make every save slow. */
const LARGEST = 4 * 1024 * 1024;

/** Reads a text file below `root`. `path` is relative to `root`, with `/`. The value is null if it cannot be read. */
export function readFile(root: string, path: string): Checked<SourceFile | null> {
  const failed = (rule: RuleId, message: string, hint?: string): Checked<null> => ({
    value: null,
    problems: [makeError(rule, { file: path, line: 1, column: 1 }, message, { hint })],
  });
  try {
    const full = join(root, path);
    if (!isInside(realpathSync(root), realpathSync(full)))
      return failed(
        'file-is-inside',
        'the file lies outside the project',
        'Copy it in: links to other folders are not followed.',
      );
    const { size } = statSync(full);
    if (size > LARGEST)
      return failed(
        'file-is-small',
        `the file has ${Math.round(size / 1024 / 1024)} MB; at most 4 MB are read`,
      );
    const bytes = readFileSync(full);
    return { value: { path, text: decode(bytes), bytes }, problems: [] };
  } catch (error) {
    return explain(error, failed);
  }
}

/** Strips the byte order mark that Windows editors put first. Throws a TypeError where the bytes are not UTF-8. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function explain<T>(error: unknown, failed: (rule: RuleId, message: string, hint?: string) => T): T {
  if (error instanceof TypeError)
    return failed(
      'file-is-utf8',
      'the file is not UTF-8 text',
      'Save it again from the editor with the encoding UTF-8.',
    );
  if (isMissingPath(error)) return failed('file-exists', 'the file is missing');
  if (hasErrorCode(error, 'EACCES', 'EPERM'))
    return failed('file-is-readable', 'the file may not be read', 'Ask for the right to read it.');
  if (hasErrorCode(error, 'EISDIR')) return failed('file-is-readable', 'this is a folder, not a file');
  if (hasErrorCode(error, 'ELOOP')) return failed('file-is-readable', 'the link leads in a circle');
  throw error;
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
