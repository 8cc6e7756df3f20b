import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { renameSynced } from '../../disk/rename-synced.js';
import { syncFolderTree } from '../../disk/sync-folder.js';
import { writeSynced, type NewFile } from '../../disk/write-synced.js';
import { findFirstMissing } from '../find-first-missing.js';
import { planPageSteps } from '../plan-page-steps.js';
import type { Step } from '../step.js';

/** The changes that an issue makes to the archive. */
export interface IssuePlan {
  /** The archive's folder. */
  archive: string;
  /** The name of the temporary folder in it. */
  staging: string;
  /** The version's folder below the archive. It does not exist yet. */
  folder: string;
  files: NewFile[];
  /** Files below the archive that are derived from its versions, such as the register and the index. */
  pages: NewFile[];
}

/**
 * Lists the steps of an issue. Everything is written to a temporary folder and synced before anything moves. Then the version
 * appears in one rename, with any new folders above it. Then the pages are replaced.
 *
 * If the program stops before that rename, the archive is unchanged. If it stops later, the version is issued, and the next
 * issue or `papers archive` writes the pages.
 */
export function planIssueSteps({ archive, staging, folder, files, pages }: IssuePlan): Step[] {
  const stagingFolder = join(archive, staging);
  const { top, below } = findFirstMissing(archive, folder);
  const newFolder = join(stagingFolder, 'version');
  const { write, replace } = planPageSteps(archive, stagingFolder, pages);
  return [
    { name: 'make the temporary folder', run: () => mkdirSync(join(newFolder, below), { recursive: true }) },
    ...files.map(({ name, bytes }) => ({
      name: `write ${name}`,
      run: () => writeSynced(join(newFolder, below, name), bytes),
    })),
    ...write,
    { name: 'sync the temporary folder', run: () => syncFolderTree(stagingFolder) },
    { name: `issue ${folder}`, run: () => renameSynced(newFolder, join(archive, top)) },
    ...replace,
    { name: 'remove the temporary folder', run: () => rmSync(stagingFolder, { recursive: true }) },
  ];
}
