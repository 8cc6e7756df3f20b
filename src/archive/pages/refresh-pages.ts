import { replaceFiles } from '../../disk/replace-files.js';
import { readArchive } from '../read-archive.js';
import { removeLeftovers, STAGING_PREFIX } from '../staging.js';
import type { ArchiveOwner } from './archive-owner.js';
import { derivePages, findChangedPages } from './derive-pages.js';

/** Rewrites the derived pages that are missing or out of date. The caller must have the archive locked. Returns their names. */
export function refreshPages(archive: string, owner: ArchiveOwner): string[] {
  removeLeftovers(archive);
  const pages = findChangedPages(archive, derivePages(readArchive(archive), owner));
  replaceFiles(archive, pages, STAGING_PREFIX);
  return pages.map(({ name }) => name);
}
