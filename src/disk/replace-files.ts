import { join } from 'node:path';
import { renameSynced } from './rename-synced.js';
import { withStagingFolder } from './staging-folder.js';
import { writeSynced, type NewFile } from './write-synced.js';

/**
 * Replaces files below a folder. All are written before the first is renamed into place, so a full disk changes nothing.
 * `prefix` begins the name of the temporary folder; names of files may lead into folders that exist.
 */
export function replaceFiles(folder: string, files: NewFile[], prefix: string): void {
  withStagingFolder(folder, prefix, (staging) => {
    const staged = files.map(({ name, bytes }, index) => ({
      path: join(folder, name),
      bytes,
      file: join(staging, String(index)),
    }));
    for (const { file, bytes } of staged) writeSynced(file, bytes);
    for (const { file, path } of staged) renameSynced(file, path);
  });
}
