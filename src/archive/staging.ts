import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listEntries } from '../disk/list-entries.js';

/** Begins the names of temporary folders in an archive. */
export const STAGING_PREFIX = '.issuing-';

/** Removes the temporary folders of interrupted commands. The caller must have the archive locked. */
export function removeLeftovers(archive: string): void {
  for (const { name } of listEntries(archive).filter((entry) => entry.name.startsWith(STAGING_PREFIX)))
    rmSync(join(archive, name), { recursive: true, force: true });
}
