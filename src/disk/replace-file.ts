import { basename, dirname, join } from 'node:path';
import { renameSynced } from './rename-synced.js';
import { withStagingFolder } from './staging-folder.js';
import { writeSynced } from './write-synced.js';

/** Writes a file whole: a reader sees the old content or the new, never a part. Makes the folders above it. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  withStagingFolder(dirname(path), `.${basename(path)}-`, (staging) => {
    const file = join(staging, 'new');
    writeSynced(file, bytes);
    renameSynced(file, path);
  });
}
