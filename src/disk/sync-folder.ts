import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode } from '../error-code.js';

/** Waits until the disk has a folder's names, so that a rename or a new file survives a power cut. */
export function syncFolder(folder: string): void {
  const handle = openFolder(folder);
  if (handle === null) return;
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!isUnsupported(error)) throw error;
  } finally {
    closeSync(handle);
  }
}

/** Syncs a folder and all folders below it. */
export function syncFolderTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncFolderTree(join(folder, entry.name));
  syncFolder(folder);
}

/** Opens a folder. Returns null on Windows, which neither opens folders nor needs to sync them. */
function openFolder(folder: string): number | null {
  try {
    return openSync(folder, 'r');
  } catch (error) {
    if (hasErrorCode(error, 'EPERM', 'EISDIR', 'EACCES')) return null;
    throw error;
  }
}

/** Returns true for the errors of file shares that cannot sync a folder. */
function isUnsupported(error: unknown): boolean {
  return hasErrorCode(error, 'EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS');
}
