import { dirname, join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { sha256 } from '../../sha256.js';
import type { ArchivedVersion } from '../read-archive.js';

/** The name of the folder, beside an archive, that keeps withdrawn files. */
export const KEPT = 'withdrawn';

/** Returns the folder beside an archive that keeps withdrawn files. It is not part of the archive, and not public. */
export function getKeptFolder(archive: string): string {
  return join(dirname(archive), KEPT);
}

/** Lists the names of a version's files that are kept with the bytes that were issued. */
export function listKeptFiles(archive: string, { folder, manifest }: ArchivedVersion): string[] {
  return listIntactFiles(join(getKeptFolder(archive), folder), manifest);
}

/** Lists the names of a version's files that a folder has with the bytes that were issued. */
export function listIntactFiles(folder: string, { outputs }: ArchivedVersion['manifest']): string[] {
  return outputs
    .filter((output) => {
      const bytes = readIfPresent(join(folder, output.name));
      return bytes !== null && sha256(bytes) === output.sha256;
    })
    .map(({ name }) => name);
}
