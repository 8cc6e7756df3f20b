import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.js';
import { readIfPresent } from '../../disk/read-if-present.js';
import { sha256 } from '../../sha256.js';
import { MANIFEST, type Manifest } from '../manifest.js';
import type { ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { formatVersionFolder } from '../version-folder.js';
import { verifySources } from './verify-sources.js';

/** A file of a version's folder. */
interface PresentFile {
  name: string;
  /** Null for a folder. */
  bytes: Uint8Array | null;
  sha256: string | null;
}

/** Checks a version's folder: its name is right, and no file was changed, removed, added or swapped. */
export function verifyFiles(archive: string, { folder, manifest }: ArchivedVersion): ArchiveFinding[] {
  const files = readFiles(join(archive, folder));
  const sources = files.find(({ name }) => name === 'sources.zip')?.bytes ?? null;
  return [
    ...verifyName(folder, manifest),
    ...findChanged(folder, manifest, files),
    ...findAdded(folder, manifest, files),
    ...(sources ? verifySources(`${folder}/sources.zip`, sources, manifest) : []),
  ];
}

function readFiles(folder: string): PresentFile[] {
  return listEntries(folder)
    .filter(({ name }) => name !== MANIFEST)
    .map(({ name }) => {
      const bytes = readIfPresent(join(folder, name));
      return { name, bytes, sha256: bytes && sha256(bytes) };
    });
}

/** Checks that a version is in the folder that its manifest gives it. */
export function verifyName(folder: string, manifest: Manifest): ArchiveFinding[] {
  const expected = formatVersionFolder(manifest);
  if (folder === expected) return [];
  return [{ path: folder, message: `the folder was renamed: its version was issued as ${expected}` }];
}

function findChanged(folder: string, { outputs }: Manifest, files: PresentFile[]): ArchiveFinding[] {
  return outputs.flatMap((output) => {
    const file = files.find(({ name }) => name === output.name);
    if (file?.sha256 === output.sha256) return [];
    const movedTo = files.find((candidate) => candidate.sha256 === output.sha256)?.name ?? null;
    const message = describeDifference(file?.bytes ?? null, output.bytes, movedTo);
    return [{ path: `${folder}/${output.name}`, message }];
  });
}

/** Describes how a file differs. `movedTo` is another file that has the issued bytes now. */
function describeDifference(bytes: Uint8Array | null, issuedSize: number, movedTo: string | null): string {
  if (!bytes) return 'is missing';
  const move = movedTo === null ? '' : `; the issued file is now ${movedTo}`;
  return bytes.length === issuedSize
    ? `has changed: it has the issued size but other bytes${move}`
    : `has changed: it has ${bytes.length} bytes instead of ${issuedSize}${move}`;
}

function findAdded(folder: string, { outputs }: Manifest, files: PresentFile[]): ArchiveFinding[] {
  const issued = new Set(outputs.map(({ name }) => name));
  return files
    .filter(({ name }) => !issued.has(name))
    .map(({ name }) => ({ path: `${folder}/${name}`, message: 'was not issued: it was added later' }));
}
