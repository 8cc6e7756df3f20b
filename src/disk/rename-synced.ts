import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.js';

/** Renames a file or a folder on the same disk, and waits until the disk has the new name. Replaces an existing file. */
export function renameSynced(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}
