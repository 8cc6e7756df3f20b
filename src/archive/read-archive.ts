import { join } from 'node:path';
import { readIfPresent } from '../disk/read-if-present.js';
import { compareVersions } from '../model/edition.js';
import { groupBy } from '../model/group-by.js';
import { sha256 } from '../sha256.js';
import { listVersions } from './list-versions.js';
import { MANIFEST, type Manifest } from './manifest.js';
import { parseManifest } from './parse-manifest.js';
import { parseRegister, REGISTER, type RegisterLine } from './register.js';
import { formatPaperFolder, formatPaperKey } from './version-folder.js';
import { parseWithdrawal, WITHDRAWAL, type Withdrawal } from './withdrawal.js';

/** An issued version in the archive. */
export interface ArchivedVersion {
  /** The path below the archive: `performance/2009-04-02/8-performance-report/v1.0`. */
  folder: string;
  manifest: Manifest;
  /** The SHA-256 of the manifest's bytes. */
  sha256: string;
  /** Null unless the version was withdrawn. `sha256` is of the record's bytes. */
  withdrawal: (Withdrawal & { sha256: string }) | null;
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
  /** Manifests, records of withdrawals and lines of the register that cannot be read. */
  faults: ArchiveFinding[];
}

/** Reads the register, every manifest and every record of a withdrawal, and opens no other file. An archive that does not exist is empty. */
export function readArchive(archive: string): Archive {
  const versions = listVersions(archive).map((folder) => readVersion(archive, folder));
  const register = parseRegister(readIfPresent(join(archive, REGISTER))?.toString('utf8') ?? '');
  return {
    versions: sortVersions(versions.flatMap(({ version }) => version ?? [])),
    register: register.lines,
    faults: [
      ...versions.flatMap(({ faults }) => faults),
      ...register.invalidLines.map((line) => ({
        path: REGISTER,
        message: `line ${line} is not a valid line of a register: restore the file from git`,
      })),
    ],
  };
}

/** Reads a version. It has faults if its manifest or the record of its withdrawal cannot be read. */
function readVersion(
  archive: string,
  folder: string,
): { version: ArchivedVersion | null; faults: ArchiveFinding[] } {
  const path = `${folder}/${MANIFEST}`;
  const bytes = readIfPresent(join(archive, path));
  const { withdrawal, faults } = readWithdrawal(archive, folder);
  if (!bytes) return { version: null, faults: [{ path, message: 'the manifest is missing' }, ...faults] };
  const { manifest, error } = parseManifest(bytes);
  return manifest
    ? { version: { folder, manifest, sha256: sha256(bytes), withdrawal }, faults }
    : { version: null, faults: [{ path, message: error }, ...faults] };
}

function readWithdrawal(
  archive: string,
  folder: string,
): { withdrawal: ArchivedVersion['withdrawal']; faults: ArchiveFinding[] } {
  const path = `${folder}/${WITHDRAWAL}`;
  const bytes = readIfPresent(join(archive, path));
  if (!bytes) return { withdrawal: null, faults: [] };
  const { withdrawal, error } = parseWithdrawal(bytes);
  return withdrawal
    ? { withdrawal: { ...withdrawal, sha256: sha256(bytes) }, faults: [] }
    : { withdrawal: null, faults: [{ path, message: error }] };
}

/** Returns a copy of the archive's state in which a version is withdrawn. */
export function replaceVersion(archive: Archive, changed: ArchivedVersion): Archive {
  return {
    ...archive,
    versions: archive.versions.map((version) => (version.folder === changed.folder ? changed : version)),
  };
}

/** Returns a copy of the archive's state with one more version. */
export function addVersion(archive: Archive, version: ArchivedVersion): Archive {
  return { ...archive, versions: sortVersions([...archive.versions, version]) };
}

/** Sorts versions by date of the meeting, committee, paper and version. Drafts without a number come before those with one. */
function sortVersions(versions: ArchivedVersion[]): ArchivedVersion[] {
  const sorted = versions.toSorted((a, b) =>
    formatPaperFolder(a.manifest) < formatPaperFolder(b.manifest) ? -1 : 1,
  );
  return [...groupBy(sorted, ({ manifest }) => formatPaperKey(manifest)).values()]
    .map((history) => history.toSorted((a, b) => compareVersions(a.manifest.version, b.manifest.version)))
    .sort((a, b) => (formatSortKey(a) < formatSortKey(b) ? -1 : 1))
    .flat();
}

/** Formats the key of a paper: that of its newest version, which has its number. */
function formatSortKey(history: ArchivedVersion[]): string {
  const newest = history.at(-1);
  return newest ? newest.manifest.meeting + formatPaperFolder(newest.manifest) : '';
}
