import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMissingPath } from '../error-code.js';

/** Lists a folder's files, except hidden ones. Empty if the folder does not exist. */
export function listFileNames(folder: string): string[] {
  return listEntries(folder)
    .filter(({ name, isFolder }) => !isFolder && !name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** Lists the files and folders whose names have this ending, without the ending. */
export function listNamesWithEnding(ending: string, folder: string): string[] {
  return listEntries(folder)
    .filter(({ name }) => name.endsWith(ending))
    .map(({ name }) => name.slice(0, -ending.length))
    .sort();
}

/** Lists the names of a folder's files and folders. */
export function listAllNames(folder: string): string[] {
  return listEntries(folder)
    .map(({ name }) => name)
    .sort();
}

/** Lists a folder's YAML files, without `.yaml`. */
export function listYamlNames(folder: string): string[] {
  return listNamesWithEnding('.yaml', folder);
}

/** Lists a folder's folders, including links to folders. */
export function listFolderNames(folder: string): string[] {
  return listEntries(folder)
    .filter(({ isFolder }) => isFolder)
    .map(({ name }) => name)
    .sort();
}

/** Lists what a folder contains. Empty if the folder does not exist. Throws if it may not be read. */
function listEntries(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory() || (entry.isSymbolicLink() && isLinkToFolder(join(folder, entry.name))),
    }));
  } catch (error) {
    if (isMissingPath(error)) return [];
    throw error;
  }
}

/** Returns false for a link to nothing or to itself. Reading such a file reports the reason. */
function isLinkToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}
