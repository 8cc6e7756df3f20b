import type { Inputs } from '../model/inputs.js';
import { listVersionFolders } from './list-versions.js';
import { listPaperFolders, nameTabledPaper } from './version-folder.js';

/** Lists the versions of a paper that an archive has, oldest first. */
export function findIssuedVersions(archive: string, inputs: Inputs): string[] {
  return listVersionFolders(archive, listPaperFolders(nameTabledPaper(inputs))).map(({ version }) => version);
}
