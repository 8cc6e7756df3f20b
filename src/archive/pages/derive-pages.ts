import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import type { NewFile } from '../../disk/write-synced.js';
import { sha256 } from '../../sha256.js';
import { groupByPaper, type PaperHistory } from '../paper-history.js';
import type { Archive } from '../read-archive.js';
import { formatRegister, REGISTER } from '../register.js';
import { completeRegister } from '../complete-register.js';
import type { ArchiveOwner } from './archive-owner.js';
import { renderDraftsPage, renderIndexPage } from './render-index-page.js';
import { formatNoticeName, needsNotice, renderNoticePage } from './render-notice-page.js';
import { renderWithdrawnStubs } from './render-withdrawn-stub.js';

export const INDEX = 'index.html';
/** The list of drafts. It exists if there are drafts. */
export const DRAFTS = 'drafts.html';

/**
 * Derives the register, the index and the notice pages from the versions. Versions and withdrawals that the register lacks are
 * added at its end.
 */
export function derivePages({ register, versions }: Archive, owner: ArchiveOwner): NewFile[] {
  const text = formatRegister(completeRegister({ register, versions }));
  const papers = groupByPaper(versions);
  const drafts = renderDraftsPage(papers, owner, sha256(text));
  return [
    encodePage(REGISTER, text),
    ...papers.flatMap((history) => deriveNotices(history, owner)),
    ...(drafts === null ? [] : [encodePage(DRAFTS, drafts)]),
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
    if (!needsNotice(version, later, owner)) return [];
    return [
      encodePage(formatNoticeName(version), renderNoticePage(version, later, owner)),
      ...renderWithdrawnStubs(version).map(({ name, html }) => encodePage(name, html)),
    ];
  });
}

function encodePage(name: string, text: string): NewFile {
  return { name, bytes: Buffer.from(text, 'utf8') };
}
