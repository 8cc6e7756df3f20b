import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { compareVersions, formatVersion } from '../../model/edition.js';
import { sha256 } from '../../sha256.js';
import { listVersionFolders } from '../list-versions.js';
import { MANIFEST } from '../manifest.js';
import type { ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { getPaperFolder, listPaperFolders } from '../version-folder.js';

/** Checks that a manifest names the previous version, and has the hash of that version's manifest. */
export function verifyChain(archive: string, { folder, manifest }: ArchivedVersion): ArchiveFinding[] {
  const path = `${folder}/${MANIFEST}`;
  const versions = listVersionFolders(archive, [
    ...new Set([...listPaperFolders(manifest), getPaperFolder(folder)]),
  ]);
  const before = findVersionBefore(versions, manifest.version);
  const { previous } = manifest;
  if (previous === null)
    return before === null
      ? []
      : [{ path, message: `names no previous version, but there is ${formatVersion(before)}` }];
  const name = formatVersion(previous.version);
  const previousFolder = versions.find(({ version }) => version === previous.version)?.folder;
  const previousPath = `${previousFolder ?? ''}/${MANIFEST}`;
  const bytes = previousFolder === undefined ? null : readIfPresent(join(archive, previousPath));
  if (!bytes) return [{ path, message: `names ${name} as the previous version, which is missing` }];
  if (before !== previous.version)
    return [
      {
        path,
        message: `names ${name} as the previous version, but ${before ?? 'nothing'} comes before it: versions were renumbered or added`,
      },
    ];
  if (sha256(bytes) === previous.manifest) return [];
  return [
    {
      path: previousPath,
      message: `has changed since ${formatVersion(manifest.version)} was issued after it`,
    },
  ];
}

/** Finds the version before another by the names of the folders. Null if it is the first. */
function findVersionBefore(versions: { version: string }[], version: string): string | null {
  const earlier = versions.filter((candidate) => compareVersions(candidate.version, version) < 0);
  return earlier.at(-1)?.version ?? null;
}
