import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode } from '../error-code.js';
import { isInside } from '../inputs/is-inside.js';

/** The folders with an author's files. No other file is opened or changed. */
const FOLDERS = ['data', 'templates'];

/** Returns the real path of a file below the author's folders. Returns null if there is none. Links are followed first. */
export function findAuthorsFile(root: string, file: string): string | null {
  try {
    const path = realpathSync(join(root, file));
    const isAuthors = FOLDERS.some((folder) => isInside(realpathSync(join(root, folder)), path));
    return isAuthors && statSync(path).isFile() ? path : null;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'))
      return null;
    throw error;
  }
}
