import { join } from 'node:path';
import { listEntries, type Entry } from '../../disk/list-entries.js';
import { isHarmlessFile } from '../is-harmless-file.js';
import { isVersionFolder, listPaperVersions } from '../list-versions.js';
import { DRAFTS, INDEX } from '../pages/derive-pages.js';
import { NOTICE_PATTERN } from '../pages/render-notice-page.js';
import type { ArchiveFinding } from '../read-archive.js';
import { REGISTER } from '../register.js';
import { SEAL_LIST, SEALS } from '../seal/seal.js';
import { STAGING_PREFIX } from '../staging.js';

/** The lock and the temporary folders of an issue that is running or was stopped. The next issue removes them. */
const LOCK = /^\.lock-[0-9a-f]+\.json$/;
/** The levels of folders above a version: committee, meeting and paper. */
const PAPER_DEPTH = 3;

/** Finds files and folders above the versions that the program did not write, and folders without a version. */
export function findStrays(archive: string): ArchiveFinding[] {
  return findStraysIn(archive, '', 0);
}

function findStraysIn(archive: string, folder: string, depth: number): ArchiveFinding[] {
  const entries = listEntries(join(archive, folder)).filter((entry) => !isTemporary(entry, depth));
  if (depth > 0 && !entries.some(({ isFolder }) => isFolder))
    return [{ path: folder, message: 'does not belong to the archive: this folder has no version' }];
  return entries.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isLink || (!entry.isFolder && isHarmlessFile(entry.name))) return []; // findLinks reports links
    if (depth === 0 && entry.isFolder && entry.name === SEALS) return []; // checkSeals reports what is no seal
    if (!entry.isFolder) return checkFile(archive, folder, entry.name, depth);
    if (depth < PAPER_DEPTH && !entry.name.startsWith('.')) return findStraysIn(archive, path, depth + 1);
    return isVersionFolder(entry.name) && depth === PAPER_DEPTH ? [] : [reportStray(path)];
  });
}

function isTemporary({ name, isFolder }: Entry, depth: number): boolean {
  return depth === 0 && (isFolder ? name.startsWith(STAGING_PREFIX) : LOCK.test(name));
}

/** Checks that a file is the register, the index or the notice of a version that was issued. */
function checkFile(archive: string, folder: string, name: string, depth: number): ArchiveFinding[] {
  if (depth === 0 && [REGISTER, INDEX, DRAFTS, SEAL_LIST].includes(name)) return [];
  const path = folder === '' ? name : `${folder}/${name}`;
  const version = depth === PAPER_DEPTH ? NOTICE_PATTERN.exec(name)?.[1] : undefined;
  if (version === undefined) return [reportStray(path)];
  if (listPaperVersions(archive, folder).includes(version)) return [];
  return [{ path, message: `does not belong to the archive: no version ${version} was issued` }];
}

function reportStray(path: string): ArchiveFinding {
  return { path, message: 'does not belong to the archive: it was not issued' };
}
