import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withStagingFolder } from './staging-folder.js';
import { syncFolder } from './sync-folder.js';
import { writeSynced, type NewFile } from './write-synced.js';

/** Replaces a folder whole: a reader sees the old files or the new ones. On an error the old folder stays. */
export function replaceFolder(folder: string, files: NewFile[]): void {
  withStagingFolder(dirname(folder), `.${basename(folder)}-`, (staging) => {
    const fresh = join(staging, 'new');
    mkdirSync(fresh);
    for (const { name, bytes } of files) writeSynced(join(fresh, name), bytes);
    syncFolder(fresh);
    swapFolder(folder, fresh, join(staging, 'old'));
    syncFolder(dirname(folder));
  });
}

/** Moves the old folder out of the way and the new folder in. Moves the old folder back if that fails. */
function swapFolder(folder: string, fresh: string, old: string): void {
  const exists = existsSync(folder);
  if (exists) renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (exists) renameSync(old, folder);
    throw error;
  }
}
