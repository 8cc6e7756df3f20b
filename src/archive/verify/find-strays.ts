import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.js';
import { VERSION_PATTERN } from '../../model/edition.js';
import type { ArchiveFault } from '../read-archive.js';
import { INDEX } from '../pages/derive-pages.js';
import { REGISTER } from '../register.js';
import { NOTICE_PATTERN } from '../pages/notice-page.js';

/** What file managers leave in every folder that they show, and what this program has there while it issues. */
const HARMLESS = /^(?:\.|Thumbs\.db$|desktop\.ini$)/;

/** Files and folders of the archive, above the versions, that nobody issued. */
export function findStrays(archive: string): ArchiveFault[] {
  return straysIn(archive, '', 0);
}

function straysIn(archive: string, folder: string, depth: number): ArchiveFault[] {
  return listEntries(join(archive, folder)).flatMap(({ name, isFolder }): ArchiveFault[] => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (HARMLESS.test(name) || (!isFolder && isPage(name, depth))) return [];
    if (isFolder && depth < 3) return straysIn(archive, path, depth + 1);
    if (isFolder && name.startsWith('v') && VERSION_PATTERN.test(name.slice(1))) return [];
    return [{ path, message: 'does not belong to the archive: nothing was issued under this name' }];
  });
}

/** Whether a file is one of those that are made anew from the versions. */
function isPage(name: string, depth: number): boolean {
  return depth === 0 ? [REGISTER, INDEX].includes(name) : depth === 3 && NOTICE_PATTERN.test(name);
}
