import { join } from 'node:path';
import type { Archive } from '../read-archive.js';
import { listIntactFiles, listKeptFiles } from './kept-folder.js';

/** A file of a withdrawn version that is public nevertheless. */
export interface PublishedFile {
  /** The path below the archive. */
  path: string;
  /** True if a copy is kept, so that the program can remove the public one. */
  isKept: boolean;
}

/** Finds files of withdrawn versions that are in the archive: a withdrawal was interrupted, or a user put them back. */
export function findPublishedFiles(
  archive: string,
  { versions }: Pick<Archive, 'versions'>,
): PublishedFile[] {
  return versions
    .filter(({ withdrawal }) => withdrawal !== null)
    .flatMap((version) => {
      const published = listIntactFiles(join(archive, version.folder), version.manifest);
      const kept = published.length > 0 ? listKeptFiles(archive, version) : [];
      return published.map((name) => ({
        path: `${version.folder}/${name}`,
        isKept: kept.includes(name),
      }));
    });
}
