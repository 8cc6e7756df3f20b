import { constants, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renameSynced } from './rename-synced.js';
import { withStagingFolder } from './staging-folder.js';
import { writeSynced, type NewFile } from './write-synced.js';

/** A text file that replaces another, or is new. */
export interface ChangedFile {
  path: string;
  text: string;
}

/**
 * Adds files to a folder and its subfolders, which may be new, and replaces one other file: all of it or nothing. Everything is written to a
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
    for (const file of added) write(join(fresh, file.name), 'text' in file ? file.text : file.bytes);
    const names = added.map(({ name }) => name);
    if (changed) write(replacement, changed.text);
    const undo = existsSync(folder) ? copyEach(names, fresh, folder) : moveWhole(fresh, folder);
    try {
      if (changed) renameSynced(replacement, changed.path);
    } catch (error) {
      undo();
      throw error;
    }
  });
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeSynced(path, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
}

/** Moves a new folder into place. Returns the function that removes it again. */
function moveWhole(fresh: string, folder: string): () => void {
  renameSynced(fresh, folder);
  return () => rmSync(folder, { recursive: true });
}

/** Copies files into a folder. Returns the function that removes the copies again. */
function copyEach(names: string[], from: string, folder: string): () => void {
  const copies: string[] = [];
  const undo = (): void => copies.forEach((path) => rmSync(path, { force: true }));
  try {
    for (const name of names) {
      const copy = join(folder, name);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(from, name), copy, constants.COPYFILE_EXCL);
      copies.push(copy);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}
