import { formatDate } from '../../format/dates.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import { formatVersion } from '../../model/edition.js';
import type { ArchivedVersion } from '../read-archive.js';
import { getPaperFolder } from '../version-folder.js';
import type { ArchiveOwner } from './archive-owner.js';
import { renderChangesLink } from './render-changes.js';
import { renderSealedPage } from './render-sealed-page.js';
import { renderSuccessorNotice } from './render-successor-notice.js';

/** The name of a notice page. Its group is the version. */
export const NOTICE_PATTERN = /^notice-v([0-9.]+)\.html$/;

/** Formats the path of a version's notice page: `…/8-performance-report/notice-v1.0.html`. */
export function formatNoticeName({ folder, manifest }: ArchivedVersion): string {
  return `${getPaperFolder(folder)}/notice-v${manifest.version}.html`;
}

/**
 * The rights of the version in its frame: its links open its other files in the whole window. Browsers let only pages with an
 * origin open files of a disk. No script runs, and the page works without.
 */
const FRAME_RIGHTS = 'allow-same-origin allow-downloads allow-top-navigation-by-user-activation';

/** Returns true if readers need facts that the version's own page, which never changes, cannot state. */
export function needsNotice(later: ArchivedVersion[], { successor }: ArchiveOwner): boolean {
  return later.length > 0 || successor !== null;
}

/**
 * Renders the page through which the index shows a version. It names later versions or the authority's successor, and shows
 * the version below as issued.
 */
export function renderNoticePage(
  version: ArchivedVersion,
  later: ArchivedVersion[],
  owner: ArchiveOwner,
): string {
  const { paper, version: number } = version.manifest;
  const name = formatVersion(number);
  const page = findPage(version);
  return renderSealedPage({
    language: paper.language,
    title: `${later.length > 0 ? 'Superseded: ' : ''}${paper.title}, ${name}`,
    register: null,
    script: null,
    hasFrames: true,
    body: markup`<header>
<h1>${paper.title}</h1>
${renderSuccessorNotice(owner)}${renderSupersededNotice(version, later, owner)}<p>Report ${paper.number}, ${name}, is shown below as issued.${page === null ? null : markup` <a href="${page}">Open it on its own</a>.`} <a href="../../../index.html">All papers</a></p>
</header>
<main>
${page === null ? null : makeElement('iframe', { src: page, title: `${paper.title}, ${name}, as issued`, sandbox: FRAME_RIGHTS }, null)}
</main>`,
  });
}

function renderSupersededNotice(
  { manifest }: ArchivedVersion,
  later: ArchivedVersion[],
  owner: ArchiveOwner,
): Html | null {
  const newest = later.at(-1);
  if (!newest) return null;
  const name = formatVersion(newest.manifest.version);
  const href = findShownPage(newest, owner);
  const items = later.map(
    (version) => markup`\n<li>${describeLater(version)}${renderChangesLink(version)}</li>`,
  );
  return markup`<div class="notice" role="note">
<p><strong>This version has been superseded.</strong> It is ${formatVersion(manifest.version)}. The newest is ${href === null ? name : makeElement('a', { href }, name)}. Issued since then:</p>
<ul>${items}
</ul>
</div>
`;
}

/** Describes a later version: "version 1.1, 3 May 2009: Table 2 is corrected." */
function describeLater({ manifest: { version, madeAt, note } }: ArchivedVersion): string {
  const name = `${formatVersion(version)}, ${formatDate(madeAt.slice(0, 10))}`;
  return note === null ? name : `${name}: ${note}`;
}

/** Finds the page that shows the newest version, relative to the paper's folder: its notice page if it needs one. */
function findShownPage(newest: ArchivedVersion, owner: ArchiveOwner): string | null {
  return needsNotice([], owner) ? `notice-v${newest.manifest.version}.html` : findPage(newest);
}

/** Finds the HTML edition of a version, relative to the paper's folder. Null if it was issued without one. */
function findPage({ manifest }: ArchivedVersion): string | null {
  const page = manifest.outputs.find(({ name }) => name === `${manifest.paper.id}.html`);
  return page ? `v${manifest.version}/${page.name}` : null;
}
