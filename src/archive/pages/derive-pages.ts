import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import type { NewFile } from '../../disk/write-synced.js';
import { sha256 } from '../../sha256.js';
import { groupByPaper, type PaperHistory } from '../paper-history.js';
import type { Archive } from '../read-archive.js';
import { formatRegister, REGISTER } from '../register.js';
import type { ArchiveOwner } from './archive-owner.js';
import { renderIndexPage } from './render-index-page.js';
import { formatNoticeName, needsNotice, renderNoticePage } from './render-notice-page.js';

export const INDEX = 'index.html';

/**
 * Derives the register, the index and the notice pages from the versions. Versions that the register lacks are added at its
 * end.
 */
export function derivePages({ register, versions }: Archive, owner: ArchiveOwner): NewFile[] {
  const registered = new Set(register.map(({ folder }) => folder));
  const text = formatRegister([...register, ...versions.filter(({ folder }) => !registered.has(folder))]);
  const papers = groupByPaper(versions);
  return [
    encodePage(REGISTER, text),
    ...papers.flatMap((history) => deriveNotices(history, owner)),
    encodePage(INDEX, renderIndexPage(papers, owner, sha256(text))),
  ];
}

/** Returns the pages that are missing in the archive or differ there. */
export function findChangedPages(archive: string, pages: NewFile[]): NewFile[] {
  return pages.filter(({ name, bytes }) => !readIfPresent(join(archive, name))?.equals(bytes));
}

function deriveNotices(history: PaperHistory, owner: ArchiveOwner): NewFile[] {
  return history.flatMap((version, index) => {
    const later = history.slice(index + 1);
    if (!needsNotice(later, owner)) return [];
    return [encodePage(formatNoticeName(version), renderNoticePage(version, later, owner))];
  });
}

function encodePage(name: string, text: string): NewFile {
  return { name, bytes: Buffer.from(text, 'utf8') };
}
