import { join } from 'node:path';
import { listEntries } from '../disk/list-entries.js';
import { compareVersions, VERSION_PATTERN } from '../model/edition.js';

/** Where the archive lies in a project. */
export const ARCHIVE = 'output/archive';

/** The folders of versions: four levels down, named `v` and a version. */
export function listVersions(archive: string): string[] {
  const below = (folder: string): string[] =>
    subfolders(join(archive, folder)).map((name) => (folder === '' ? name : `${folder}/${name}`));
  return below('')
    .flatMap(below)
    .flatMap(below)
    .flatMap((paper) => listPaperVersions(archive, paper).map((version) => `${paper}/v${version}`));
}

/** The versions of one paper, oldest first, by the names of their folders. */
export function listPaperVersions(archive: string, paperFolder: string): string[] {
  return subfolders(join(archive, paperFolder))
    .filter((name) => name.startsWith('v') && VERSION_PATTERN.test(name.slice(1)))
    .map((name) => name.slice(1))
    .sort(compareVersions);
}

function subfolders(folder: string): string[] {
  return listEntries(folder)
    .filter(({ name, isFolder }) => isFolder && !name.startsWith('.'))
    .map(({ name }) => name);
}
