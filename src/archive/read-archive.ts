import { join } from 'node:path';
import { readIfPresent } from '../disk/read-if-present.js';
import { compareVersions } from '../model/edition.js';
import { listVersions } from './list-versions.js';
import { MANIFEST, parseManifest, type Manifest } from './manifest.js';
import { parseRegister, REGISTER, type RegisterLine } from './register.js';
import { sha256 } from '../sha256.js';

/** A version as it lies in the archive. */
export interface ArchivedVersion {
  /** `sop/2009-04-02/8-tp-thematic-performance/v1.0`, below the archive. */
  folder: string;
  manifest: Manifest;
  /** Of the manifest's bytes. */
  sha256: string;
}

/** Something in the archive that is not as it was issued. */
export interface ArchiveFault {
  /** The file or folder, below the archive. */
  path: string;
  /** What was found. */
  message: string;
}

export interface Archive {
  /** By date of the meeting, committee, paper and version. Those without a good manifest are among the faults. */
  versions: ArchivedVersion[];
  register: RegisterLine[];
  faults: ArchiveFault[];
}

/** Reads every manifest and the register; opens no other file. An archive that is not there is an empty one. */
export function readArchive(archive: string): Archive {
  const faults: ArchiveFault[] = [];
  const versions = listVersions(archive).flatMap((folder) => {
    const bytes = readIfPresent(join(archive, folder, MANIFEST));
    const { manifest, fault } = bytes
      ? parseManifest(bytes)
      : { manifest: null, fault: 'the manifest is missing' };
    if (manifest && bytes) return [{ folder, manifest, sha256: sha256(bytes) }];
    faults.push({ path: `${folder}/${MANIFEST}`, message: fault ?? '' });
    return [];
  });
  const register = parseRegister(readIfPresent(join(archive, REGISTER))?.toString('utf8') ?? '');
  for (const line of register.faults)
    faults.push({ path: REGISTER, message: `line ${line} is not a line of a register` });
  return { versions: versions.sort(inOrder), register: register.lines, faults };
}

/** The archive as it will be with one version more. */
export function withVersion(archive: Archive, version: ArchivedVersion): Archive {
  return { ...archive, versions: [...archive.versions, version].sort(inOrder) };
}

function inOrder(a: ArchivedVersion, b: ArchivedVersion): number {
  const [keyA, keyB] = [a, b].map(({ folder, manifest }) => manifest.meeting + getPaperFolder(folder));
  if (keyA !== keyB) return (keyA ?? '') < (keyB ?? '') ? -1 : 1;
  return compareVersions(a.manifest.version, b.manifest.version);
}

/** The paper's folder, of a version's. */
export function getPaperFolder(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/'));
}
