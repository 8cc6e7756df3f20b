import type { Inputs } from '../model/inputs.js';
import { listVersionFolders } from './list-versions.js';
import { listPaperFolders, nameTabledPaper } from './version-folder.js';

/** Finds the newest version of a paper in a project's archive. Null if none has been issued. */
export function findNewestVersion(archive: string, inputs: Inputs): string | null {
  return listVersionFolders(archive, listPaperFolders(nameTabledPaper(inputs))).at(-1)?.version ?? null;
}
