import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFiles } from '../../disk/replace-files.js';
import { readArchive, type Archive } from '../read-archive.js';
import { removeLeftovers, STAGING_PREFIX } from '../staging.js';
import type { ArchiveOwner } from './archive-owner.js';
import { derivePages, findChangedPages } from './derive-pages.js';
import { findNeedlessNotices } from './find-needless-notices.js';
import type { NewFile } from '../../disk/write-synced.js';
import { findPublishedFiles, type PublishedFile } from '../withdraw/find-published-files.js';

/** The derived pages that are not as they should be. Names are paths below the archive. */
interface StalePages {
  /** Pages that are missing or out of date, as they should be. */
  changed: NewFile[];
  /** Notices of the program that no version needs, and public files of withdrawn versions that are kept elsewhere. */
  needless: string[];
}

export function findStalePages(archive: string, state: Archive, owner: ArchiveOwner): StalePages {
  const pages = derivePages(state, owner);
  return {
    changed: findChangedPages(archive, pages),
    needless: [
      ...findNeedlessNotices(archive, state, pages).filter(({ isSealed }) => isSealed),
      ...findRemovableFiles(archive, state, pages),
    ].map(({ path }) => path),
  };
}

/** Finds files that an interrupted withdrawal left in public. A page that is written in their place replaces others. */
function findRemovableFiles(archive: string, state: Archive, pages: NewFile[]): PublishedFile[] {
  const replaced = new Set(pages.map(({ name }) => name));
  return findPublishedFiles(archive, state).filter(({ path, isKept }) => isKept && !replaced.has(path));
}

/** Rewrites stale pages and removes needless ones. The caller must have the archive locked. Returns their names. */
export function refreshPages(archive: string, owner: ArchiveOwner): { written: string[]; removed: string[] } {
  removeLeftovers(archive);
  const { changed, needless } = findStalePages(archive, readArchive(archive), owner);
  replaceFiles(archive, changed, STAGING_PREFIX);
  for (const name of needless) rmSync(join(archive, name));
  return { written: changed.map(({ name }) => name), removed: needless };
}
