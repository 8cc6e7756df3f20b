import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import { listVersionFolders } from './list-versions.js';
import { listPaperFolders, nameTabledPaper } from './version-folder.js';
import { WITHDRAWAL } from './withdrawal.js';

/** Finds the newest version of a paper in a project's archive, for its working copy, and whether it was withdrawn. */
export function findLastIssued(archive: string, inputs: Inputs): Pick<Edition, 'after' | 'afterIsWithdrawn'> {
  const newest = listVersionFolders(archive, listPaperFolders(nameTabledPaper(inputs))).at(-1);
  if (!newest) return { after: null };
  const isWithdrawn = existsSync(join(archive, newest.folder, WITHDRAWAL));
  return { after: newest.version, ...(isWithdrawn && { afterIsWithdrawn: true }) };
}
