import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.js';
import type { ArchiveFinding } from '../read-archive.js';

/**
 * Finds symbolic links in an archive, and the archive's own folder if it is a link. The file behind a link can change while the
 * archive does not, so a link is not the file that was issued.
 */
export function findLinks(archive: string): ArchiveFinding[] {
  const isLink = lstatSync(archive, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? [reportLink('')] : findLinksIn(archive, '');
}

function findLinksIn(archive: string, folder: string): ArchiveFinding[] {
  return listEntries(join(archive, folder)).flatMap(({ name, isFolder, isLink }) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (isLink) return [reportLink(path)];
    return isFolder ? findLinksIn(archive, path) : [];
  });
}

function reportLink(path: string): ArchiveFinding {
  return { path, message: 'is a link: put the file or folder itself in its place' };
}
