import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import type { NewFile } from '../../disk/write-synced.js';
import { sha256 } from '../../sha256.js';
import type { ArchiveOwner } from '../pages/archive-owner.js';
import { derivePages, DRAFTS, findChangedPages, INDEX } from '../pages/derive-pages.js';
import { findNeedlessNotices } from '../pages/find-needless-notices.js';
import { formatNoticeName } from '../pages/render-notice-page.js';
import { renderWithdrawnStubs } from '../pages/render-withdrawn-stub.js';
import { findPublishedFiles } from '../withdraw/find-published-files.js';
import { isSealed, readRegisterHash } from '../pages/render-sealed-page.js';
import type { Archive, ArchiveFinding } from '../read-archive.js';
import { REGISTER } from '../register.js';
import { joinVerdicts, type Verdict } from './verdict.js';

const REWRITE = 'papers archive rewrites it';

/**
 * Checks that the program wrote the index and the notice pages, and that they are current. They are not part of an issued
 * version, so only a page that was edited by hand is a fault. Without an owner, no page can be derived and compared.
 */
export function verifyPages(archive: string, state: Archive, owner: ArchiveOwner | null): Verdict {
  if (state.versions.length === 0) return { faults: [], remarks: [] };
  if (!owner) return { faults: findEditedPages(archive, state), remarks: [] };
  const register = readPage(archive, REGISTER) ?? '';
  const derived = derivePages(state, owner).filter(({ name }) => name !== REGISTER);
  const reported = new Set([
    ...findPublishedFiles(archive, state).map(({ path }) => path),
    ...listMissingNotices(archive, state),
  ]);
  return joinVerdicts([
    { faults: findFalseNotices(archive, state, derived), remarks: [] },
    ...findChangedPages(archive, derived)
      .filter(({ name }) => !reported.has(name))
      .map(({ name }) => describePage(name, readPage(archive, name), sha256(register))),
  ]);
}

/** Lists the missing notices of withdrawn versions, which are reported with the versions. */
function listMissingNotices(archive: string, { versions }: Archive): string[] {
  return versions
    .filter(({ withdrawal }) => withdrawal !== null)
    .map(formatNoticeName)
    .filter((name) => readPage(archive, name) === null);
}

function readPage(archive: string, name: string): string | null {
  return readIfPresent(join(archive, name))?.toString('utf8') ?? null;
}

function findEditedPages(archive: string, { versions }: Archive): ArchiveFinding[] {
  const stubs = versions.flatMap(renderWithdrawnStubs).map(({ name }) => name);
  return [INDEX, DRAFTS, ...versions.map(formatNoticeName), ...stubs].flatMap((path) => {
    const html = readPage(archive, path);
    return html === null || isSealed(html) ? [] : [{ path, message: `was edited by hand: ${REWRITE}` }];
  });
}

/** Finds notices of versions that need none, such as the newest. Notices of no version are strays. */
function findFalseNotices(archive: string, state: Archive, derived: NewFile[]): ArchiveFinding[] {
  const ofVersions = new Set(state.versions.map(formatNoticeName));
  return findNeedlessNotices(archive, state, derived)
    .filter(({ path }) => ofVersions.has(path))
    .map(({ path, isSealed }) => ({
      path,
      message: `is a notice that its version does not need: ${isSealed ? 'papers archive removes it' : 'remove it'}`,
    }));
}

/** Describes a page that is not as the program would write it today. `html` is null if the page is missing. */
function describePage(name: string, html: string | null, registerHash: string): Verdict {
  const report = (message: string): ArchiveFinding[] => [{ path: name, message: `${message}: ${REWRITE}` }];
  if (html === null) return { faults: [], remarks: report('is missing') };
  if (!isSealed(html)) return { faults: report('was edited by hand'), remarks: [] };
  if ([INDEX, DRAFTS].includes(name) && readRegisterHash(html) !== registerHash)
    return { faults: [], remarks: report('is older than the register') };
  return { faults: [], remarks: report('is out of date') };
}
