import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.js';
import { isVersionFolder } from '../list-versions.js';
import { INDEX } from '../pages/derive-pages.js';
import { NOTICE_PATTERN } from '../pages/render-notice-page.js';
import type { ArchiveFinding } from '../read-archive.js';
import { REGISTER } from '../register.js';

/** Files that file managers leave in folders, and the temporary files of an issue. */
const HARMLESS = /^(?:\.|Thumbs\.db$|desktop\.ini$)/;
/** The levels of folders above a version: committee, meeting and paper. */
const PAPER_DEPTH = 3;

/** Finds files and folders above the versions that the program did not write. */
export function findStrays(archive: string): ArchiveFinding[] {
  return findStraysIn(archive, '', 0);
}

function findStraysIn(archive: string, folder: string, depth: number): ArchiveFinding[] {
  return listEntries(join(archive, folder)).flatMap(({ name, isFolder }): ArchiveFinding[] => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (HARMLESS.test(name) || (!isFolder && isDerivedPage(name, depth))) return [];
    if (isFolder && depth < PAPER_DEPTH) return findStraysIn(archive, path, depth + 1);
    if (isFolder && isVersionFolder(name)) return [];
    return [{ path, message: 'does not belong to the archive: it was not issued' }];
  });
}

/** Returns true for the register, the index and notice pages. */
function isDerivedPage(name: string, depth: number): boolean {
  return depth === 0 ? [REGISTER, INDEX].includes(name) : depth === PAPER_DEPTH && NOTICE_PATTERN.test(name);
}
