import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import type { NewFile } from '../../disk/write-synced.js';
import type { ArchiveOwner } from './archive-owner.js';
import { renderIndexPage } from './index-page.js';
import { getPaperFolder, type Archive, type ArchivedVersion } from '../read-archive.js';
import { REGISTER, formatRegister } from '../register.js';
import { sha256 } from '../../sha256.js';
import { needsNotice, renderNoticePage, formatNoticeName } from './notice-page.js';

/**
 * Everything in the archive that follows from its versions and can be written anew at any time: the register, with every
 * version that it did not have yet, the index, and the notice before each version that has been superseded or whose authority
 * has been replaced.
 */
export function derivePages({ register, versions }: Archive, owner: ArchiveOwner): NewFile[] {
  const known = new Set(register.map(({ folder }) => folder));
  const text = formatRegister([...register, ...versions.filter(({ folder }) => !known.has(folder))]);
  const notices = byPaper(versions).flatMap((history) =>
    history
      .map((version, index) => ({ version, after: history.slice(index + 1) }))
      .filter(({ after }) => needsNotice(after, owner))
      .map(({ version, after }) => ({
        name: formatNoticeName(version),
        html: renderNoticePage(version, after, owner),
      })),
  );
  return [
    { name: REGISTER, bytes: Buffer.from(text, 'utf8') },
    ...notices.map(({ name, html }) => ({ name, bytes: Buffer.from(html, 'utf8') })),
    { name: INDEX, bytes: Buffer.from(renderIndexPage(byPaper(versions), owner, sha256(text)), 'utf8') },
  ];
}

export const INDEX = 'index.html';

/** Those that the archive does not have so. */
export function findChangedPages(archive: string, pages: NewFile[]): NewFile[] {
  return pages.filter(({ name, bytes }) => !readIfPresent(join(archive, name))?.equals(bytes));
}

/** Each paper's versions, oldest first. */
function byPaper(versions: ArchivedVersion[]): ArchivedVersion[][] {
  const papers = new Map<string, ArchivedVersion[]>();
  for (const version of versions) {
    const paper = getPaperFolder(version.folder);
    papers.set(paper, [...(papers.get(paper) ?? []), version]);
  }
  return [...papers.values()];
}
