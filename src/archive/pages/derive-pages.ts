import { join } from 'node:path';
import type { Organisation } from '../../model/inputs.js';
import { indexPage } from './index-page.js';
import type { ArchiveFile } from '../issue/make-manifest.js';
import { parentOf, tryRead, type Archive, type ArchivedVersion } from '../read-archive.js';
import { REGISTER, registerText } from '../register.js';
import { sha256 } from '../../sha256.js';
import { needsNotice, noticePage, noticePageName } from './notice-page.js';

/** Whose archive it is, as its pages say it today. */
export interface Keeper {
  authority: string;
  language: string;
  successor: { name: string; notice: string } | null;
}

export function keeperOf({ name, language, successor }: Organisation): Keeper {
  return { authority: name, language, successor };
}

/**
 * Everything in the archive that follows from its versions and can be written anew at any time: the register, with every
 * version that it did not have yet, the index, and the notice before each version that has been superseded or whose authority
 * has been replaced.
 */
export function derivePages({ register, versions }: Archive, keeper: Keeper): ArchiveFile[] {
  const known = new Set(register.map(({ folder }) => folder));
  const text = registerText([...register, ...versions.filter(({ folder }) => !known.has(folder))]);
  const notices = byPaper(versions).flatMap((history) =>
    history
      .map((version, index) => ({ version, after: history.slice(index + 1) }))
      .filter(({ after }) => needsNotice(after, keeper))
      .map(({ version, after }) => ({
        name: noticePageName(version),
        html: noticePage(version, after, keeper),
      })),
  );
  return [
    { name: REGISTER, bytes: Buffer.from(text, 'utf8') },
    ...notices.map(({ name, html }) => ({ name, bytes: Buffer.from(html, 'utf8') })),
    { name: INDEX, bytes: Buffer.from(indexPage(byPaper(versions), keeper, sha256(text)), 'utf8') },
  ];
}

export const INDEX = 'index.html';

/** Those that the archive does not have so. */
export function changedPages(archive: string, pages: ArchiveFile[]): ArchiveFile[] {
  return pages.filter(({ name, bytes }) => !tryRead(join(archive, name))?.equals(bytes));
}

/** Each paper's versions, oldest first. */
function byPaper(versions: ArchivedVersion[]): ArchivedVersion[][] {
  const papers = new Map<string, ArchivedVersion[]>();
  for (const version of versions) {
    const paper = parentOf(version.folder);
    papers.set(paper, [...(papers.get(paper) ?? []), version]);
  }
  return [...papers.values()];
}
