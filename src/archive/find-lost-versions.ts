import { listRegisterLines } from './complete-register.js';
import { MANIFEST } from './manifest.js';
import type { Archive, ArchiveFinding } from './read-archive.js';
import { formatRegisterPath } from './register.js';

/** Finds the versions and withdrawals of the register that are missing or have changed. */
export function findLostVersions({ register, versions }: Archive): ArchiveFinding[] {
  const hashes = new Map(
    versions.flatMap(listRegisterLines).map((line) => [formatRegisterPath(line), line.sha256]),
  );
  return register
    .filter((line) => hashes.get(formatRegisterPath(line)) !== line.sha256)
    .map(({ folder, file }) =>
      file === MANIFEST
        ? { path: folder, message: 'was issued, but is missing or has changed' }
        : { path: folder, message: 'was withdrawn, but the record of it is missing or has changed' },
    );
}
