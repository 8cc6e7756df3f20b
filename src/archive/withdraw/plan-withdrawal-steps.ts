import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renameSynced } from '../../disk/rename-synced.js';
import { syncFolder, syncFolderTree } from '../../disk/sync-folder.js';
import { writeSynced, type NewFile } from '../../disk/write-synced.js';
import { findFirstMissing } from '../find-first-missing.js';
import { planPageSteps } from '../plan-page-steps.js';
import type { Step } from '../step.js';
import { WITHDRAWAL } from '../withdrawal.js';

/** The changes that a withdrawal makes. */
export interface WithdrawalPlan {
  /** The archive's folder. */
  archive: string;
  /** The folder that keeps withdrawn files. It may be on another disk. */
  kept: string;
  /** The name of the temporary folder in both. */
  staging: string;
  /** The version's folder below both. */
  folder: string;
  /** The files to keep. None if an interrupted withdrawal has kept them. */
  files: NewFile[];
  /** The record of the withdrawal. */
  record: Uint8Array;
  /** Derived pages below the archive. A page may take the place of a withdrawn file. */
  pages: NewFile[];
  /** The names of the files to remove from the version's folder. */
  removed: string[];
}

/**
 * Lists the steps of a withdrawal. First the files are copied and synced in the folder that keeps them. The record, moved into
 * place in one rename, makes the version withdrawn. Then the register, the notice and the other pages are replaced, and
 * the public files are removed.
 *
 * If the program stops before that rename, the archive is unchanged. If it stops later, `verify` says that the withdrawal is not
 * finished, and `papers archive` finishes it.
 */
export function planWithdrawalSteps(plan: WithdrawalPlan): Step[] {
  const { archive, staging, folder, record, pages, removed } = plan;
  const stagingFolder = join(archive, staging);
  const versionFolder = join(archive, folder);
  const stagedRecord = join(stagingFolder, 'record');
  const { write, replace } = planPageSteps(archive, stagingFolder, pages);
  return [
    ...planKeeping(plan),
    { name: 'make the temporary folder', run: () => mkdirSync(stagingFolder) },
    { name: 'write the record', run: () => writeSynced(stagedRecord, record) },
    ...write,
    { name: 'sync the temporary folder', run: () => syncFolderTree(stagingFolder) },
    { name: `withdraw ${folder}`, run: () => renameSynced(stagedRecord, join(versionFolder, WITHDRAWAL)) },
    ...replace,
    ...removed.map((name) => ({
      name: `remove ${name}`,
      run: () => rmSync(join(versionFolder, name), { force: true }),
    })),
    { name: 'sync the folder of the version', run: () => syncFolder(versionFolder) },
    { name: 'remove the temporary folder', run: () => rmSync(stagingFolder, { recursive: true }) },
  ];
}

/** Copies the files to the folder that keeps them, which appears there in one rename. */
function planKeeping({ kept, staging, folder, files }: WithdrawalPlan): Step[] {
  if (files.length === 0) return [];
  const stagingFolder = join(kept, staging);
  const { top, below } = findFirstMissing(kept, folder);
  const staged = join(stagingFolder, 'version');
  return [
    {
      name: 'make the temporary folder of kept files',
      run: () => mkdirSync(join(staged, below), { recursive: true }),
    },
    ...files.map(({ name, bytes }) => ({
      name: `keep ${name}`,
      run: () => writeSynced(join(staged, below, name), bytes),
    })),
    { name: 'sync the kept files', run: () => syncFolderTree(stagingFolder) },
    { name: `keep ${folder}`, run: () => renameSynced(staged, join(kept, top)) },
    { name: 'sync the folder of kept files', run: () => syncFolder(dirname(kept)) },
    {
      name: 'remove the temporary folder of kept files',
      run: () => rmSync(stagingFolder, { recursive: true }),
    },
  ];
}
