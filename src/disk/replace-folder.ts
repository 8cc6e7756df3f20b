import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withStagingFolder } from './staging-folder.js';
import { syncFolder } from './sync-folder.js';
import { writeSynced, type NewFile } from './write-synced.js';

/** Replaces a folder whole: a reader sees the old files or the new ones. On an error the old folder stays. */
export function replaceFolder(folder: string, files: NewFile[]): void {
  withStagingFolder(dirname(folder), `.${basename(folder)}-`, (staging) => {
    const newFolder = join(staging, 'new');
    mkdirSync(newFolder);
    for (const { name, bytes } of files) writeSynced(join(newFolder, name), bytes);
    syncFolder(newFolder);
    swapFolder(folder, newFolder, join(staging, 'old'));
    syncFolder(dirname(folder));
  });
}

/** Moves the old folder out of the way and the new folder in. Moves the old folder back if that fails. */
function swapFolder(folder: string, newFolder: string, old: string): void {
  const exists = existsSync(folder);
  if (exists) renameSync(folder, old);
  try {
    renameSync(newFolder, folder);
  } catch (error) {
    if (exists) renameSync(old, folder);
    throw error;
  }
}
