import { dirname } from 'node:path';
import { renamePatiently } from './rename-patiently.js';
import { syncFolder } from './sync-folder.js';

/** Renames a file or a folder on the same disk, and waits until the disk has the new name. Replaces an existing file. */
export function renameSynced(from: string, to: string): void {
  renamePatiently(from, to);
  syncFolder(dirname(to));
}
