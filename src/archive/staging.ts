import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listEntries } from '../disk/list-entries.js';

/** Begins the names of temporary folders in an archive. */
export const STAGING_PREFIX = '.issuing-';

/** Lists the temporary folders of interrupted commands, and of one that has the archive locked. */
export function listLeftovers(archive: string): string[] {
  return listEntries(archive).flatMap(({ name }) => (name.startsWith(STAGING_PREFIX) ? [name] : []));
}

/** Removes the temporary folders of interrupted commands. The caller must have the archive locked. */
export function removeLeftovers(archive: string): void {
  for (const name of listLeftovers(archive)) rmSync(join(archive, name), { recursive: true, force: true });
}
