import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMissingPath } from '../error-code.js';

/** The names of a folder's files, hidden ones left out. None where there is no such folder. */
export function fileNames(folder: string): string[] {
  return entries(folder)
    .filter((entry) => !entry.isFolder && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** Of what lies in a folder under names with this ending, the names without it. */
export function namesEnding(ending: string, folder: string): string[] {
  return entries(folder)
    .filter((entry) => entry.name.endsWith(ending))
    .map((entry) => entry.name.slice(0, -ending.length))
    .sort();
}

/** The names of a folder's YAML files without `.yaml`. */
export function yamlNames(folder: string): string[] {
  return namesEnding('.yaml', folder);
}

export function folderNames(folder: string): string[] {
  return entries(folder)
    .filter((entry) => entry.isFolder)
    .map((entry) => entry.name)
    .sort();
}

/** What a folder holds; nothing where there is none. Throws the disk's error where it may not be looked into. */
function entries(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(join(folder, entry.name))),
    }));
  } catch (error) {
    if (isMissingPath(error)) return [];
    throw error;
  }
}

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false; // a link to nothing, or in a circle: whoever reads it says so
  }
}
