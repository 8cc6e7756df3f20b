import { chmodSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readIfPresent } from './read-if-present.js';
import { renameSynced } from './rename-synced.js';
import { withStagingFolder } from './staging-folder.js';
import { writeSynced } from './write-synced.js';

/**
 * Replaces a file whole, and keeps its permissions. Returns false, and changes nothing, if its content is no longer `before`.
 * The file is compared last: when the new content is complete on the disk.
 */
export function replaceUnchanged(path: string, before: Uint8Array, bytes: Uint8Array): boolean {
  return withStagingFolder(dirname(path), `.${basename(path)}-`, (staging) => {
    const file = join(staging, 'new');
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    if (mode === undefined) return false;
    writeSynced(file, bytes);
    chmodSync(file, mode);
    if (!readIfPresent(path)?.equals(before)) return false;
    renameSynced(file, path);
    return true;
  });
}
