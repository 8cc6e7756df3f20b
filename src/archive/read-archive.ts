import { join } from 'node:path';
import { readIfPresent } from '../disk/read-if-present.js';
import { compareVersions } from '../model/edition.js';
import { sha256 } from '../sha256.js';
import { listVersions } from './list-versions.js';
import { MANIFEST, type Manifest } from './manifest.js';
import { parseManifest } from './parse-manifest.js';
import { parseRegister, REGISTER, type RegisterLine } from './register.js';
import { getPaperFolder } from './version-folder.js';

/** An issued version in the archive. */
export interface ArchivedVersion {
  /** The path below the archive: `performance/2009-04-02/8-performance-report/v1.0`. */
  folder: string;
  manifest: Manifest;
  /** The SHA-256 of the manifest's bytes. */
  sha256: string;
}

/** A statement about one file or folder of the archive. */
export interface ArchiveFinding {
  /** The path below the archive. */
  path: string;
  /** Completes a sentence that begins with the path, such as "is missing". */
  message: string;
}

export interface Archive {
  /** Sorted by date of the meeting, committee, paper and version. Versions without a valid manifest are left out. */
  versions: ArchivedVersion[];
  register: RegisterLine[];
  /** Manifests and lines of the register that cannot be read. */
  faults: ArchiveFinding[];
}

/** Reads the register and every manifest, and opens no other file. An archive that does not exist is empty. */
export function readArchive(archive: string): Archive {
  const versions = listVersions(archive).map((folder) => readVersion(archive, folder));
  const register = parseRegister(readIfPresent(join(archive, REGISTER))?.toString('utf8') ?? '');
  return {
    versions: versions.flatMap(({ version }) => version ?? []).sort(compareArchivedVersions),
    register: register.lines,
    faults: [
      ...versions.flatMap(({ fault }) => fault ?? []),
      ...register.invalidLines.map((line) => ({
        path: REGISTER,
        message: `line ${line} is not a valid line of a register: restore the file from git`,
      })),
    ],
  };
}

function readVersion(
  archive: string,
  folder: string,
): { version: ArchivedVersion; fault: null } | { version: null; fault: ArchiveFinding } {
  const path = `${folder}/${MANIFEST}`;
  const bytes = readIfPresent(join(archive, path));
  if (!bytes) return { version: null, fault: { path, message: 'the manifest is missing' } };
  const { manifest, error } = parseManifest(bytes);
  return manifest
    ? { version: { folder, manifest, sha256: sha256(bytes) }, fault: null }
    : { version: null, fault: { path, message: error } };
}

/** Returns a copy of the archive's state with one more version. */
export function addVersion(archive: Archive, version: ArchivedVersion): Archive {
  return { ...archive, versions: [...archive.versions, version].sort(compareArchivedVersions) };
}

function compareArchivedVersions(a: ArchivedVersion, b: ArchivedVersion): number {
  const [keyA, keyB] = [formatSortKey(a), formatSortKey(b)];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return compareVersions(a.manifest.version, b.manifest.version);
}

function formatSortKey({ folder, manifest }: ArchivedVersion): string {
  return manifest.meeting + getPaperFolder(folder);
}
