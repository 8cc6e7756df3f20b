import { formatDate } from '../../format.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import { formatVersion } from '../../model/edition.js';
import type { ArchiveOwner } from './archive-owner.js';
import { renderSuccessorNotice } from './successor-notice.js';
import { getPaperFolder, type ArchivedVersion } from '../read-archive.js';
import { renderSealedPage } from './sealed-page.js';

/** `…/8-tp-thematic-performance/notice-v1.0.html`, beside the version's folder. */
export function formatNoticeName({ folder, manifest }: ArchivedVersion): string {
  return `${getPaperFolder(folder)}/notice-v${manifest.version}.html`;
}

export const NOTICE_PATTERN = /^notice-v[0-9.]+\.html$/;

/** Whether there is something to say before a version that its own page, which never changes, cannot say. */
export function needsNotice(after: ArchivedVersion[], { successor }: ArchiveOwner): boolean {
  return after.length > 0 || successor !== null;
}

/**
 * The page by which the index shows a version that there is something to say of: that others have followed, and what has
 * changed since, or that another body has taken the authority's place. Below, the version stands as it was issued. `after`
 * are the versions since, oldest first.
 */
export function renderNoticePage(
  version: ArchivedVersion,
  after: ArchivedVersion[],
  owner: ArchiveOwner,
): string {
  const { paper, version: number } = version.manifest;
  const name = formatVersion(number);
  const page = htmlOf(version);
  return renderSealedPage({
    language: paper.language,
    title: `${after.length > 0 ? 'Superseded: ' : ''}${paper.title}, ${name}`,
    register: null,
    script: null,
    frames: true,
    body: markup`<header>
<h1>${paper.title}</h1>
${renderSuccessorNotice(owner)}${after.length > 0 ? supersededNotice(version, after, owner) : null}<p>Report ${paper.number}, ${name}, stands below as it was issued${page === null ? null : markup`, and <a href="${page}">by itself</a>`}. <a href="../../../index.html">All papers</a></p>
</header>
<main>
${page === null ? null : makeElement('iframe', { src: page, title: `${paper.title}, ${name}, as it was issued`, sandbox: '' }, null)}
</main>`,
  });
}

function supersededNotice(
  { manifest }: ArchivedVersion,
  after: ArchivedVersion[],
  owner: ArchiveOwner,
): Html {
  const newest = after.at(-1);
  const latest = newest ? shownPage(newest, owner) : null;
  const name = formatVersion(newest?.manifest.version ?? '');
  const notes = after.map(
    ({ manifest: { version, madeAt, note } }) =>
      markup`\n<li>${formatVersion(version)}, ${formatDate(madeAt.slice(0, 10))}${note === null ? null : `: ${note}`}</li>`,
  );
  return markup`<div class="notice" role="note">
<p><strong>This version has been superseded.</strong> It is ${formatVersion(manifest.version)}; the newest is ${latest === null ? name : makeElement('a', { href: latest }, name)}. Issued since:</p>
<ul>${notes}
</ul>
</div>
`;
}

/** Where the newest version is shown, from the paper's folder. */
function shownPage(newest: ArchivedVersion, owner: ArchiveOwner): string | null {
  return needsNotice([], owner) ? `notice-v${newest.manifest.version}.html` : htmlOf(newest);
}

/** The way to a version's page, from the paper's folder. Null where it was issued without one. */
function htmlOf({ manifest }: ArchivedVersion): string | null {
  const page = manifest.outputs.find(({ name }) => name.endsWith('.html'));
  return page ? `v${manifest.version}/${page.name}` : null;
}
