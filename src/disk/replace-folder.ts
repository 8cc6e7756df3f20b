import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { renamePatiently } from './rename-patiently.js';
import { withStagingFolder } from './staging-folder.js';
import { syncFolder } from './sync-folder.js';
import { writeSynced, type NewFile } from './write-synced.js';

/**
 * Replaces the files of a folder. All are written aside first. Then each is renamed over the old one, so the folder and its
 * files are always there, also if the process is killed. On an error, such as a PDF that is open in a viewer on
 * Windows, all old files stay.
 */
export function replaceFolder(folder: string, files: NewFile[]): void {
  withStagingFolder(dirname(folder), `.${basename(folder)}-`, (staging) => {
    const newFolder = join(staging, 'new');
    mkdirSync(newFolder);
    for (const { name, bytes } of files) writeSynced(join(newFolder, name), bytes);
    syncFolder(newFolder);
    if (isFolder(folder)) exchangeFiles(folder, newFolder, join(staging, 'old'));
    else renamePatiently(newFolder, folder);
    syncFolder(folder);
    syncFolder(dirname(folder));
  });
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Moves all files of `newFolder` into `folder`, and everything else there out. Takes each step back if one fails. */
function exchangeFiles(folder: string, newFolder: string, old: string): void {
  mkdirSync(old);
  const newNames = readdirSync(newFolder);
  const undo: (() => void)[] = [];
  try {
    for (const name of sortPdfFirst(newNames)) {
      const [path, copy] = [join(folder, name), join(old, name)];
      const isReplaced = existsSync(path);
      if (isReplaced) copyFileSync(path, copy);
      renamePatiently(join(newFolder, name), path);
      undo.push(() => (isReplaced ? renamePatiently(copy, path) : rmSync(path)));
    }
    for (const name of readdirSync(folder).filter((entry) => !newNames.includes(entry))) {
      const [path, copy] = [join(folder, name), join(old, name)];
      renamePatiently(path, copy);
      undo.push(() => renamePatiently(copy, path));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

/** Sorts PDFs to the front: the file that readers keep open is the one most likely to fail. */
function sortPdfFirst(names: string[]): string[] {
  const isPdf = (name: string): boolean => name.endsWith('.pdf');
  return [...names.filter(isPdf), ...names.filter((name) => !isPdf(name))];
}
