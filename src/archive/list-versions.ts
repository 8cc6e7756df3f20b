import { join } from 'node:path';
import { listEntries } from '../disk/list-entries.js';
import type { Access } from '../model/exemption.js';
import { compareVersions, VERSION_PATTERN } from '../model/edition.js';

/** The archive's folder in a project. */
export const ARCHIVE = 'output/archive';

/** The folder of the exempt editions, which are not for publication. It has the same form. */
export const EXEMPT_ARCHIVE = 'output/exempt/archive';

/** Returns the archive of an edition. */
export function getArchive(access: Access): string {
  return access === 'exempt' ? EXEMPT_ARCHIVE : ARCHIVE;
}

/** Lists the folders of all versions, such as `performance/2009-04-02/8-performance-report/v1.0`. */
export function listVersions(archive: string): string[] {
  const listBelow = (folder: string): string[] =>
    listSubfolders(join(archive, folder)).map((name) => (folder === '' ? name : `${folder}/${name}`));
  const paperFolders = listBelow('').flatMap(listBelow).flatMap(listBelow);
  return paperFolders.flatMap((paper) =>
    listPaperVersions(archive, paper).map((version) => `${paper}/v${version}`),
  );
}

/** Lists the versions of one paper, oldest first, by the names of their folders. */
export function listPaperVersions(archive: string, paperFolder: string): string[] {
  return listSubfolders(join(archive, paperFolder))
    .filter(isVersionFolder)
    .map((name) => name.slice(1))
    .sort(compareVersions);
}

/** Lists the versions of the paper that has these folders, oldest first, each with its folder. */
export function listVersionFolders(
  archive: string,
  paperFolders: string[],
): { version: string; folder: string }[] {
  return paperFolders
    .flatMap((paper) =>
      listPaperVersions(archive, paper).map((version) => ({ version, folder: `${paper}/v${version}` })),
    )
    .sort((a, b) => compareVersions(a.version, b.version));
}

/** Returns true for the name of a version's folder: `v` and a version. */
export function isVersionFolder(name: string): boolean {
  return name.startsWith('v') && VERSION_PATTERN.test(name.slice(1));
}

function listSubfolders(folder: string): string[] {
  return listEntries(folder)
    .filter(({ name, isFolder }) => isFolder && !name.startsWith('.'))
    .map(({ name }) => name);
}
