import { groupBy } from '../model/group-by.js';
import type { ArchivedVersion } from './read-archive.js';
import { getPaperFolder } from './version-folder.js';

/** The versions of one paper, oldest first. */
export type PaperHistory = [ArchivedVersion, ...ArchivedVersion[]];

/** Groups an archive's versions by paper, in the order of the archive. */
export function groupByPaper(versions: ArchivedVersion[]): PaperHistory[] {
  return [...groupBy(versions, ({ folder }) => getPaperFolder(folder)).values()];
}

/** Finds the versions of the paper that has this folder, oldest first. */
export function findHistory(versions: ArchivedVersion[], paperFolder: string): ArchivedVersion[] {
  return versions.filter(({ folder }) => getPaperFolder(folder) === paperFolder);
}
