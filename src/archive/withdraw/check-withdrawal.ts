import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../../format/dates.js';
import { formatVersion } from '../../model/edition.js';
import { findLostVersions } from '../find-lost-versions.js';
import type { Archive, ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { REGISTER } from '../register.js';
import { verifyFiles } from '../verify/verify-files.js';
import { getPaperFolder } from '../version-folder.js';
import { getKeptFolder, listKeptFiles } from './kept-folder.js';

/** Checks that a version can be withdrawn. Returns the reasons that refuse it. */
export function checkWithdrawal(
  archive: string,
  state: Archive,
  folder: string,
  withdrawnOn: string,
): ArchiveFinding[] {
  const damage = findDamage(state, folder);
  const version = state.versions.find((candidate) => candidate.folder === folder);
  if (damage.length > 0 || !version) return damage;
  if (version.withdrawal)
    return [
      { path: folder, message: `was withdrawn on ${formatDate(version.withdrawal.withdrawnOn)} already` },
    ];
  return [
    ...verifyFiles(archive, version),
    ...checkDate(version, withdrawnOn),
    ...checkKeptFolder(archive, version),
  ];
}

/** Finds faults of the register and of the paper's versions: a withdrawal on top of them would hide them. */
function findDamage(state: Archive, folder: string): ArchiveFinding[] {
  const paper = `${getPaperFolder(folder)}/`;
  return [...state.faults, ...findLostVersions(state)].filter(
    ({ path }) => path === REGISTER || path.startsWith(paper),
  );
}

function checkDate({ folder, manifest }: ArchivedVersion, withdrawnOn: string): ArchiveFinding[] {
  const issued = manifest.madeAt.slice(0, 10);
  if (withdrawnOn >= issued) return [];
  const message = `is dated ${formatDate(issued)}, after the withdrawal on ${formatDate(withdrawnOn)}: name a later day with --made-at`;
  return [{ path: folder, message: `${formatVersion(manifest.version)} ${message}` }];
}

function checkKeptFolder(archive: string, version: ArchivedVersion): ArchiveFinding[] {
  const path = join(getKeptFolder(archive), version.folder);
  const isComplete = listKeptFiles(archive, version).length === version.manifest.outputs.length;
  if (!existsSync(path) || isComplete) return [];
  return [{ path: version.folder, message: `has other files in ${path} already: move them away` }];
}
