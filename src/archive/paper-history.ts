import { groupBy } from '../model/group-by.js';
import type { ArchivedVersion } from './read-archive.js';
import { formatPaperKey, type PaperName } from './version-folder.js';

/** The versions of one paper, oldest first. */
export type PaperHistory = [ArchivedVersion, ...ArchivedVersion[]];

/** Groups an archive's versions by paper, in the order of the archive. */
export function groupByPaper(versions: ArchivedVersion[]): PaperHistory[] {
  return [...groupBy(versions, ({ manifest }) => formatPaperKey(manifest)).values()];
}

/** Finds the versions of a paper, oldest first. */
export function findHistory(versions: ArchivedVersion[], name: PaperName): ArchivedVersion[] {
  const key = formatPaperKey(name);
  return versions.filter(({ manifest }) => formatPaperKey(manifest) === key);
}
