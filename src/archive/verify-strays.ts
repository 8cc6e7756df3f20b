import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../model/edition.js';
import type { ArchiveFault } from './read-archive.js';
import { REGISTER } from './register.js';

/** What file managers leave in every folder that they show, and what this program has there while it issues. */
const HARMLESS = /^(?:\.|Thumbs\.db$|desktop\.ini$)/;

/** Derived pages: they can be made anew, and say so themselves where they were changed. */
const PAGES = [[REGISTER, 'index.html'], [], [], []];

/** Files and folders of the archive, above the versions, that nobody issued. */
export function verifyStrays(archive: string): ArchiveFault[] {
  return straysIn(archive, '', 0);
}

function straysIn(archive: string, folder: string, depth: number): ArchiveFault[] {
  return entries(join(archive, folder)).flatMap(({ name, isFolder }): ArchiveFault[] => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (HARMLESS.test(name) || (!isFolder && isPage(name, depth))) return [];
    if (isFolder && depth < 3) return straysIn(archive, path, depth + 1);
    if (isFolder && name.startsWith('v') && VERSION.test(name.slice(1))) return [];
    return [{ path, message: 'does not belong to the archive: nothing was issued under this name' }];
  });
}

function isPage(name: string, depth: number): boolean {
  return PAGES[depth]?.includes(name) ?? false;
}

function entries(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
