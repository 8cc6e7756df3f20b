import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { compareVersions, formatVersion } from '../../model/edition.js';
import { listPaperVersions } from '../list-versions.js';
import { MANIFEST } from '../manifest.js';
import { getPaperFolder, type Archive, type ArchivedVersion, type ArchiveFault } from '../read-archive.js';
import { REGISTER } from '../register.js';
import { sha256 } from '../../sha256.js';

/** What an archive's history holds against it, and what is worth saying without being a fault. */
export interface Verdict {
  faults: ArchiveFault[];
  remarks: ArchiveFault[];
}

/**
 * Whether each version follows on the one before it, and the register and the folders agree. A version that is issued is
 * entered in the register right after; one alone may be missing there, where an issue was stopped in between.
 */
export function verifyHistory(archive: string, state: Archive): Verdict {
  const chain = state.versions.flatMap((version) => verifyChain(archive, version));
  const registered = verifyRegister(archive, state);
  const entered = new Set(state.register.map(({ folder }) => folder));
  const outside = state.versions.filter(({ folder }) => !entered.has(folder));
  const stopped = outside.length === 1 && outside.every((one) => isNewest(archive, one));
  const unregistered = outside.map(({ folder }) => ({
    path: folder,
    message: stopped
      ? 'is not in the register yet: an issue was stopped at its very end (papers archive enters it)'
      : 'is not in the register: it was not issued here, or its line has been taken out',
  }));
  return {
    faults: [...state.faults, ...chain, ...registered, ...(stopped ? [] : unregistered)],
    remarks: stopped ? unregistered : [],
  };
}

/** What the register says was issued, and is not there as it was. */
export function findLostVersions({ register, versions }: Archive): ArchiveFault[] {
  const here = new Map(versions.map(({ folder, sha256: hash }) => [folder, hash]));
  return register
    .filter(({ folder, sha256: hash }) => here.get(folder) !== hash)
    .map(({ folder }) => ({ path: folder, message: 'was issued, and is not there as it was' }));
}

function isNewest(archive: string, { folder, manifest }: ArchivedVersion): boolean {
  return listPaperVersions(archive, getPaperFolder(folder)).at(-1) === manifest.version;
}

/** The manifest names the version before by the hash of its manifest. */
function verifyChain(archive: string, { folder, manifest }: ArchivedVersion): ArchiveFault[] {
  const paper = getPaperFolder(folder);
  const path = `${folder}/${MANIFEST}`;
  const before = listPaperVersions(archive, paper)
    .filter((version) => compareVersions(version, manifest.version) < 0)
    .at(-1);
  const { previous } = manifest;
  if (previous === null)
    return before === undefined
      ? []
      : [{ path, message: `says that nothing was issued before it, and there is ${formatVersion(before)}` }];
  const bytes = readIfPresent(join(archive, paper, `v${previous.version}`, MANIFEST));
  if (!bytes) return [{ path, message: `follows on ${formatVersion(previous.version)}, which is not there` }];
  if (before !== previous.version)
    return [
      {
        path,
        message: `follows on ${previous.version}, and ${before ?? 'nothing'} stands before it: versions have been renumbered or added`,
      },
    ];
  return sha256(bytes) === previous.manifest
    ? []
    : [
        {
          path: `${paper}/v${previous.version}/${MANIFEST}`,
          message: `has changed since ${formatVersion(manifest.version)} was issued on top of it`,
        },
      ];
}

function verifyRegister(archive: string, { register, versions }: Archive): ArchiveFault[] {
  const byHash = new Map(versions.map((one) => [one.sha256, one.folder]));
  const hashes = new Map(versions.map((one) => [one.folder, one.sha256]));
  const seen = new Set<string>();
  return register.flatMap(({ folder, sha256: hash }, index): ArchiveFault[] => {
    const line = `line ${index + 1} of ${REGISTER}`;
    if (seen.has(folder)) return [{ path: REGISTER, message: `${line} enters ${folder} again` }];
    seen.add(folder);
    const here = hashes.get(folder);
    if (here === hash) return [];
    const elsewhere = byHash.get(hash);
    if (elsewhere !== undefined)
      return [{ path: elsewhere, message: `has another name: it was issued as ${folder} (${line})` }];
    if (!existsSync(join(archive, folder)))
      return [{ path: folder, message: `was issued and is not there (${line})` }];
    if (here === undefined) return []; // its manifest is a fault already
    return [{ path: `${folder}/${MANIFEST}`, message: `is not the one that was issued (${line})` }];
  });
}
