import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.js';
import { readIfPresent } from '../../disk/read-if-present.js';
import type { NewFile } from '../../disk/write-synced.js';
import type { Archive } from '../read-archive.js';
import { getPaperFolder } from '../version-folder.js';
import { NOTICE_PATTERN } from './render-notice-page.js';
import { isSealed } from './render-sealed-page.js';

/** A notice page that no version needs. */
interface NeedlessNotice {
  /** The path below the archive. */
  path: string;
  /** True if the program wrote it, so that it can remove it. */
  isSealed: boolean;
}

/** Finds notices beside versions that need none, such as the newest. `derived` are the pages that the archive needs. */
export function findNeedlessNotices(
  archive: string,
  { versions }: Archive,
  derived: NewFile[],
): NeedlessNotice[] {
  const needed = new Set(derived.map(({ name }) => name));
  return [...new Set(versions.map(({ folder }) => getPaperFolder(folder)))]
    .flatMap((folder) =>
      listEntries(join(archive, folder))
        .filter(({ name, isFolder, isLink }) => !isFolder && !isLink && NOTICE_PATTERN.test(name))
        .map(({ name }) => `${folder}/${name}`),
    )
    .filter((path) => !needed.has(path))
    .map((path) => ({
      path,
      isSealed: isSealed(readIfPresent(join(archive, path))?.toString('utf8') ?? ''),
    }));
}
