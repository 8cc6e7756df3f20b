import { compareVersions, getVersionStatus } from '../../model/edition.js';
import type { ArchivedVersion } from '../read-archive.js';

/**
 * Finds the version that a new one is compared with: the newest before it with the same status. So the changes of a final version
 * never show a draft, which the public may not see. Null for the first draft and the first final version.
 */
export function findBase(history: readonly ArchivedVersion[], version: string): ArchivedVersion | null {
  const status = getVersionStatus(version);
  const earlier = history.filter(
    ({ manifest }) => manifest.status === status && compareVersions(manifest.version, version) < 0,
  );
  return earlier.at(-1) ?? null;
}
