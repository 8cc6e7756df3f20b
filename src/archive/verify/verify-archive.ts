import type { ArchiveOwner } from '../pages/archive-owner.js';
import type { ToolRecord } from '../make-manifest.js';
import { readArchive, type Archive, type ArchivedVersion } from '../read-archive.js';
import type { Build } from './rebuild.js';
import { verifyFiles } from './verify-files.js';
import { verifyHistory, type Verdict } from './verify-history.js';
import { verifyPages } from './verify-pages.js';
import { verifyRebuild } from './verify-rebuild.js';
import { findStrays } from './find-strays.js';

/** How versions are made again; null where only their hashes are held. */
export type Rebuilding = { build: Build; tool: ToolRecord } | null;

export interface ArchiveVerdict extends Verdict {
  versions: ArchivedVersion[];
}

/**
 * Verifies the part of an archive that lies below `part`, "" for the whole. `rebuilding` is asked when it is known how many
 * versions there are.
 */
export async function verifyArchive(
  archive: string,
  part: string,
  findOwner: (archive: Archive) => ArchiveOwner,
  rebuilding: (versions: number) => Rebuilding,
  onVersion: (folder: string) => void,
): Promise<ArchiveVerdict> {
  const state = readArchive(archive);
  const here = (path: string): boolean => part === '' || path === part || path.startsWith(`${part}/`);
  const versions = state.versions.filter(({ folder }) => here(folder));
  const history = verifyHistory(archive, state);
  const pages = verifyPages(archive, state, findOwner(state));
  const faults = [...history.faults, ...pages.faults, ...findStrays(archive)].filter(({ path }) =>
    here(path),
  );
  const remarks = [...history.remarks, ...pages.remarks].filter(({ path }) => here(path));
  const again = rebuilding(versions.length);
  for (const version of versions) {
    onVersion(version.folder);
    const changed = verifyFiles(archive, version);
    faults.push(...changed);
    if (!again) continue;
    const rebuilt = await verifyRebuild(archive, version, again.build, again.tool);
    // Of a changed PDF more is to be said than that it has changed.
    const known = changed.map(({ path }) => path).filter((path) => !path.endsWith('.pdf'));
    faults.push(...rebuilt.faults.filter(({ path }) => !known.includes(path)));
    remarks.push(...rebuilt.remarks);
  }
  return { faults, remarks, versions };
}
