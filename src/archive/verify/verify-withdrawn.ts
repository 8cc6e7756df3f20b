import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.js';
import { readIfPresent } from '../../disk/read-if-present.js';
import { sha256 } from '../../sha256.js';
import { MANIFEST } from '../manifest.js';
import { formatNoticeName } from '../pages/render-notice-page.js';
import { renderWithdrawnStubs } from '../pages/render-withdrawn-stub.js';
import type { ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { findPublishedFiles } from '../withdraw/find-published-files.js';
import { getKeptFolder, KEPT } from '../withdraw/kept-folder.js';
import { WITHDRAWAL } from '../withdrawal.js';
import { verifyName } from './verify-files.js';

/**
 * Checks the folder of a withdrawn version: it has the manifest and the record of the withdrawal, no file of the version, and a
 * notice beside it. The record must be of this version. Kept files must be unchanged, where there are any.
 */
export function verifyWithdrawn(archive: string, version: ArchivedVersion): ArchiveFinding[] {
  const published = findPublishedFiles(archive, { versions: [version] });
  return [
    ...verifyName(version.folder, version.manifest),
    ...verifyRecord(version),
    ...published.map(({ path, isKept }) => ({
      path,
      message: `was withdrawn, but is public: ${isKept ? 'papers archive removes it' : 'remove it'}`,
    })),
    ...findOtherFiles(archive, version, new Set(published.map(({ path }) => path))),
    ...verifyNotice(archive, version),
    ...verifyKeptFiles(archive, version),
  ];
}

function verifyRecord({ folder, sha256: manifest, withdrawal }: ArchivedVersion): ArchiveFinding[] {
  if (withdrawal?.folder === folder && withdrawal.manifest === manifest) return [];
  return [{ path: `${folder}/${WITHDRAWAL}`, message: 'is the record of the withdrawal of another version' }];
}

/** Finds files that do not belong to a withdrawn version. The page in place of its HTML edition is checked with the other pages. */
function findOtherFiles(archive: string, version: ArchivedVersion, published: Set<string>): ArchiveFinding[] {
  const { folder, manifest } = version;
  const allowed = new Set([
    ...published,
    `${folder}/${MANIFEST}`,
    `${folder}/${WITHDRAWAL}`,
    ...renderWithdrawnStubs(version).map(({ name }) => name),
  ]);
  const names = new Set(manifest.outputs.map(({ name }) => name));
  return listEntries(join(archive, folder))
    .filter(({ name }) => !allowed.has(`${folder}/${name}`))
    .map(({ name }) => ({
      path: `${folder}/${name}`,
      message: names.has(name)
        ? 'was withdrawn, but another file has its name: remove it'
        : 'was not issued: it was added later',
    }));
}

function verifyNotice(archive: string, version: ArchivedVersion): ArchiveFinding[] {
  const path = formatNoticeName(version);
  if (readIfPresent(join(archive, path)) !== null) return [];
  return [{ path, message: 'is missing: readers do not learn of the withdrawal. papers archive writes it' }];
}

/** Checks the kept files. A copy of the archive without them is whole, because they are not public. */
function verifyKeptFiles(archive: string, { folder, manifest }: ArchivedVersion): ArchiveFinding[] {
  const kept = join(getKeptFolder(archive), folder);
  if (listEntries(kept).length === 0) return [];
  return manifest.outputs.flatMap((output): ArchiveFinding[] => {
    const bytes = readIfPresent(join(kept, output.name));
    const path = `../${KEPT}/${folder}/${output.name}`;
    if (!bytes) return [{ path, message: 'is missing: it is the only copy of a withdrawn file' }];
    return sha256(bytes) === output.sha256
      ? []
      : [{ path, message: 'has changed: it is the only copy of a withdrawn file' }];
  });
}
