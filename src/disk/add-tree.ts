import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listEntries } from './list-entries.js';
import { withStagingFolder } from './staging-folder.js';
import { syncFolder, syncFolderTree } from './sync-folder.js';
import { writeSynced, type NewFile } from './write-synced.js';

/**
 * Adds files below a folder, which may be new: all of them or none. Names may lead into folders. Everything is written to a
 * temporary folder first, and an error takes back what was added. Never overwrites a file: throws EEXIST if a name exists.
 */
export function addTree(folder: string, files: readonly NewFile[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const missing of listMissingFolders(folder)) {
      mkdirSync(missing);
      undo.push(() => rmdirSync(missing));
    }
    withStagingFolder(folder, '.new-', (staging) => {
      writeAll(staging, files);
      moveEach(staging, folder, undo);
    });
    syncFolder(folder);
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

/** Lists the folders of a path that do not exist, from the top down. */
function listMissingFolders(folder: string): string[] {
  return existsSync(folder) ? [] : [...listMissingFolders(dirname(folder)), folder];
}

function writeAll(staging: string, files: readonly NewFile[]): void {
  for (const { name, bytes } of files) {
    mkdirSync(dirname(join(staging, name)), { recursive: true });
    writeSynced(join(staging, name), bytes);
  }
  syncFolderTree(staging);
}

/** Moves everything in `from` into `to`. A folder that `to` lacks is moved whole. */
function moveEach(from: string, to: string, undo: (() => void)[]): void {
  for (const { name, isFolder } of listEntries(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (isFolder && existsSync(target)) {
      moveEach(source, target, undo);
      continue;
    }
    if (isFolder) renameSync(source, target);
    else copyFileSync(source, target, constants.COPYFILE_EXCL);
    undo.push(() => rmSync(target, { recursive: true }));
  }
}
