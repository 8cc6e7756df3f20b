import { constants, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { renameSynced } from './rename-synced.js';
import { withStagingFolder } from './staging-folder.js';
import { writeSynced, type NewFile } from './write-synced.js';

/** A text file that replaces another, or is new. */
export interface ChangedFile {
  path: string;
  text: string;
}

/**
 * Adds files to a folder, which may be new, and replaces one other file: all of it or nothing. Everything is written to a
 * temporary folder first, and an error takes back what was added. Never overwrites a file: throws EEXIST if a name exists.
 */
export function addFiles(
  folder: string,
  added: ({ name: string; text: string } | NewFile)[],
  changed: ChangedFile | null,
): void {
  withStagingFolder(dirname(folder), '.new-', (staging) => {
    const fresh = join(staging, 'added');
    const replacement = join(staging, 'changed');
    mkdirSync(fresh);
    const paths = added.map((file) => write(join(fresh, file.name), 'text' in file ? file.text : file.bytes));
    if (changed) write(replacement, changed.text);
    const undo = existsSync(folder) ? copyEach(paths, folder) : moveWhole(fresh, folder);
    try {
      if (changed) renameSynced(replacement, changed.path);
    } catch (error) {
      undo();
      throw error;
    }
  });
}

function write(path: string, content: string | Uint8Array): string {
  writeSynced(path, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  return path;
}

/** Moves a new folder into place. Returns the function that removes it again. */
function moveWhole(fresh: string, folder: string): () => void {
  renameSynced(fresh, folder);
  return () => rmSync(folder, { recursive: true });
}

/** Copies files into a folder. Returns the function that removes the copies again. */
function copyEach(paths: string[], folder: string): () => void {
  const copies: string[] = [];
  const undo = (): void => copies.forEach((path) => rmSync(path, { force: true }));
  try {
    for (const path of paths) {
      const copy = join(folder, basename(path));
      copyFileSync(path, copy, constants.COPYFILE_EXCL);
      copies.push(copy);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}
