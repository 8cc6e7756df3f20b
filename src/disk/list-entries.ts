import { readdirSync } from 'node:fs';
import { isMissingPath } from '../error-code.js';

/** An entry of a folder. Symbolic links are not followed. */
export interface Entry {
  name: string;
  isFolder: boolean;
  isLink: boolean;
}

/** Lists a folder's entries, sorted by name. Returns none if the folder does not exist. */
export function listEntries(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory(), isLink: entry.isSymbolicLink() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isMissingPath(error)) return [];
    throw error;
  }
}
