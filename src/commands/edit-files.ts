import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { hasErrorCode } from '../error-code.js';
import { isLockAlive } from '../disk/is-lock-alive.js';
import { lockFolder } from '../disk/lock-folder.js';
import { replaceUnchanged } from '../disk/replace-unchanged.js';
import { explainDiskError } from '../report/explain-disk-error.js';
import { openTextFile, type TextFile } from '../edit/text-file.js';
import type { EditableFiles } from '../preview/editing/editable-files.js';
import { findAuthorsFile } from './find-authors-file.js';

/** The files with text that an author writes. */
const TEXT_FILE = /\.(?:ya?ml|csv|hbs|md)$/i;
/** The largest file to edit, in bytes. Larger ones are read slowly, and nobody edits them by hand. */
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
        return await withFolderLock(dirname(path), () => {
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
      } catch (error) {
        const reason = explainDiskError(error);
        if (reason === null) throw error;
        return { outcome: 'failed', reason };
      }
    },
  };
}

/** Runs `write` while no other preview writes to the folder. */
async function withFolderLock<Outcome>(
  folder: string,
  write: () => Outcome,
): Promise<{ outcome: Outcome | 'busy' }> {
  const owner = { host: hostname(), pid: process.pid };
  const { release, busy } = await lockFolder(folder, owner, isLockAlive, PATIENCE_MS);
  if (busy) return { outcome: 'busy' };
  try {
    return { outcome: write() };
  } finally {
    release();
  }
}

/** Returns true for a file that nobody may write. To replace it would succeed, against the wish of the person who protected it. */
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
