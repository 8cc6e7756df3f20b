import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST } from '../manifest.js';
import type { Archive, ArchiveFinding } from '../read-archive.js';
import { REGISTER } from '../register.js';

/** Checks that each version of the register is in its folder, with the manifest that was issued. */
export function verifyRegister(archive: string, { register, versions }: Archive): ArchiveFinding[] {
  const foldersByHash = new Map(versions.map((version) => [version.sha256, version.folder]));
  const hashesByFolder = new Map(versions.map((version) => [version.folder, version.sha256]));
  return register.flatMap(({ folder, sha256 }, index): ArchiveFinding[] => {
    const line = `line ${index + 1} of ${REGISTER}`;
    if (register.findIndex((entry) => entry.folder === folder) < index)
      return [{ path: REGISTER, message: `${line} repeats ${folder}` }];
    const hash = hashesByFolder.get(folder);
    if (hash === sha256) return [];
    const movedTo = foldersByHash.get(sha256);
    if (movedTo !== undefined)
      return [{ path: movedTo, message: `was renamed: it was issued as ${folder} (${line})` }];
    if (!existsSync(join(archive, folder)))
      return [{ path: folder, message: `was issued but is missing (${line})` }];
    if (hash === undefined) return []; // the manifest is invalid, which is reported already
    return [{ path: `${folder}/${MANIFEST}`, message: `is not the manifest that was issued (${line})` }];
  });
}
