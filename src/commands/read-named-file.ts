import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readFile } from '../inputs/read-file.js';
import { UsageError } from './command.js';

/**
 * Reads a file that the user named. It has the limits of a project's files: a regular file, of a size that a paper can have. It
 * may be outside the project, and may be a link. Throws UsageError if it cannot be read.
 */
export function readNamedFile(file: string): Uint8Array {
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}\nCheck the spelling of its path.`);
  const path = realpathSync.native(file);
  const { value, problems } = readFile(dirname(path), basename(path), () => '');
  if (value) return value.bytes;
  const [{ message, hint } = { message: 'it cannot be read', hint: undefined }] = problems;
  throw new UsageError(
    [`${file} cannot be read: ${message}`, ...(hint === undefined ? [] : [hint])].join('\n'),
  );
}
