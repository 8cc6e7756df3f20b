import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasErrorCode } from '../error-code.js';
import { replaceUnchanged } from '../disk/replace-unchanged.js';
import { explainDiskError } from '../report/explain-disk-error.js';
import { openTextFile, type TextFile } from '../edit/text-file.js';
import type { EditableFiles } from '../preview/editing/editable-files.js';
import { findAuthorsFile } from './find-authors-file.js';
import { withLock } from './with-lock.js';

/** The files with text that an author writes. */
const TEXT_FILE = /\.(?:ya?ml|csv|hbs|md)$/i;
/** The largest file to edit, in bytes. A larger one is slow to read, and too long to edit by hand. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Milliseconds to wait for another preview. A write takes a few of them. */
const PATIENCE_MS = 3000;

/** Gives a preview access to the author's texts below `data/` and `templates/`, and to no other file. */
export function editFiles(root: string): EditableFiles {
  return {
    read: (file) => readText(root, file),
    write: async (file, change) => {
      const path = findTextFile(root, file);
      if (path === null) return { outcome: 'no-such-file' };
      try {
        const locked = await withLock(dirname(path), PATIENCE_MS, () => {
          // The path is found again under the lock: a link may have been put there meanwhile.
          const now = readText(root, file);
          if (now === null || findTextFile(root, file) !== path) return 'no-such-file';
          const text = change(now.text);
          if (text === null) return 'refused';
          if (isReadOnly(path)) return 'read-only';
          const bytes = now.encode(text).value;
          if (!bytes) return 'not-encoded';
          return replaceUnchanged(path, now.bytes, bytes) ? 'written' : 'changed';
        });
        return { outcome: locked.busy ? 'busy' : locked.value };
      } catch (error) {
        const reason = explainDiskError(error);
        if (reason === null) throw error;
        return { outcome: 'failed', reason };
      }
    },
  };
}

/** Returns true for a file without write permission. A rename would replace it all the same, although its owner protected it. */
function isReadOnly(path: string): boolean {
  return (statSync(path).mode & 0o222) === 0;
}

interface ReadText extends TextFile {
  bytes: Uint8Array;
}

/** Returns null for a file that is not there, is too large, or has an encoding that is not read. */
function readText(root: string, file: string): ReadText | null {
  const path = findTextFile(root, file);
  if (path === null) return null;
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MAX_BYTES) return null;
    const opened = openTextFile(file, bytes).value;
    return opened && { ...opened, bytes };
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'EACCES', 'EPERM', 'EBUSY')) return null;
    throw error;
  }
}

function findTextFile(root: string, file: string): string | null {
  const path = findAuthorsFile(root, file);
  return path !== null && TEXT_FILE.test(path) ? path : null;
}
