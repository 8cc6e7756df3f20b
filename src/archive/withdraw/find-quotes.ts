import { findHistory } from '../paper-history.js';
import type { ArchivedVersion } from '../read-archive.js';

/** Finds the public versions whose page of changes quotes a version. The page is part of them, and stays when that is withdrawn. */
export function findQuotes(versions: ArchivedVersion[], { manifest }: ArchivedVersion): ArchivedVersion[] {
  return findHistory(versions, manifest).filter(
    (later) => later.withdrawal === null && later.manifest.changes?.since === manifest.version,
  );
}
