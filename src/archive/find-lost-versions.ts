import type { Archive, ArchiveFinding } from './read-archive.js';

/** Finds the versions of the register that are missing or have another manifest. */
export function findLostVersions({ register, versions }: Archive): ArchiveFinding[] {
  const manifestHashes = new Map(versions.map(({ folder, sha256 }) => [folder, sha256]));
  return register
    .filter(({ folder, sha256 }) => manifestHashes.get(folder) !== sha256)
    .map(({ folder }) => ({ path: folder, message: 'was issued, but is missing or has changed' }));
}
