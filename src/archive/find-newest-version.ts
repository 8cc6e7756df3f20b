import type { Inputs } from '../model/inputs.js';
import { listPaperVersions } from './list-versions.js';
import { formatPaperFolder, nameTabledPaper } from './version-folder.js';

/** Finds the newest version of a paper in a project's archive. Null if none has been issued. */
export function findNewestVersion(archive: string, inputs: Inputs): string | null {
  return listPaperVersions(archive, formatPaperFolder(nameTabledPaper(inputs))).at(-1) ?? null;
}
