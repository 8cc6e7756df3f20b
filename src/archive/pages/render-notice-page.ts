import { formatDate } from '../../format/dates.js';
import { capitalise } from '../../format/words.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import { formatVersion } from '../../model/edition.js';
import { MANIFEST } from '../manifest.js';
import type { ArchivedVersion } from '../read-archive.js';
import { getPaperFolder } from '../version-folder.js';
import { WITHDRAWAL, type Withdrawal } from '../withdrawal.js';
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

/** Returns true if readers need facts that the version's own page, which never changes or is gone, cannot state. */
export function needsNotice(
  { withdrawal }: ArchivedVersion,
  later: ArchivedVersion[],
  { successor }: ArchiveOwner,
): boolean {
  return withdrawal !== null || later.length > 0 || successor !== null;
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
  if (version.withdrawal) return renderWithdrawnPage(version, version.withdrawal, later, owner);
  const page = findPage(version, version);
  return renderSealedPage({
    language: paper.language,
    title: `${later.length > 0 ? 'Superseded: ' : ''}${paper.title}, ${name}`,
    register: null,
    script: null,
    hasFrames: true,
    body: markup`<header>
<h1>${paper.title}</h1>
${renderSuccessorNotice(owner)}${renderSupersededNotice(version, later, owner)}<p>${capitalise(nameEdition(version))} is shown below as issued.${page === null ? null : markup` <a href="${page}">Open it on its own</a>.`} <a href="../../../index.html">All papers</a></p>
</header>
<main>
${page === null ? null : makeElement('iframe', { src: page, title: `${paper.title}, ${name}, as issued`, sandbox: FRAME_RIGHTS }, null)}
</main>`,
  });
}

/** Renders the notice of a withdrawn version: when and why it was withdrawn, and the hashes that stay. */
function renderWithdrawnPage(
  version: ArchivedVersion,
  { withdrawnOn, reason }: Withdrawal,
  later: ArchivedVersion[],
  owner: ArchiveOwner,
): string {
  const { paper, version: number, madeAt, outputs } = version.manifest;
  const name = formatVersion(number);
  const hashes = outputs.map(
    ({ name: file, sha256 }) => markup`<dt>${file}</dt><dd><code>${sha256}</code></dd>`,
  );
  return renderSealedPage({
    language: paper.language,
    title: `Withdrawn: ${paper.title}, ${name}`,
    register: null,
    script: null,
    hasFrames: false,
    body: markup`<header>
<h1>${paper.title}</h1>
${renderSuccessorNotice(owner)}<div class="notice" role="note">
<p><strong>This version was withdrawn on ${formatDate(withdrawnOn)}.</strong></p>
<p>Reason: ${reason}</p>
</div>
${renderSupersededNotice(version, later, owner)}</header>
<main>
<p>${capitalise(nameEdition(version))} is dated ${formatDate(madeAt.slice(0, 10))}. Its files are no longer published. Its <a href="v${number}/${MANIFEST}">manifest</a> and the <a href="v${number}/${WITHDRAWAL}">record of its withdrawal</a> stay here. <a href="../../../index.html">All papers</a></p>
<h2>Files that were issued</h2>
<p>Compare the SHA-256 of a copy with these to see whether it is the file that was issued.</p>
<dl>${hashes}</dl>
</main>`,
  });
}

function renderSupersededNotice(
  version: ArchivedVersion,
  later: ArchivedVersion[],
  owner: ArchiveOwner,
): Html | null {
  const newest = later.at(-1);
  if (!newest) return null;
  const { manifest, withdrawal } = version;
  const name = formatVersion(newest.manifest.version);
  const href = findShownPage(version, newest, owner);
  const items = later.map(
    (other) => markup`\n<li>${describeLater(other)}${renderChangesLink(other, findWay(version, other))}</li>`,
  );
  return markup`<div class="notice" role="note">
<p><strong>This version has${withdrawal && ' also'} been superseded.</strong> It is ${formatVersion(manifest.version)}. The newest is ${href === null ? name : makeElement('a', { href }, name)}. Issued since then:</p>
<ul>${items}
</ul>
</div>
`;
}

/** Describes a later version: "version 1.1, 3 May 2009: Table 2 is corrected." */
function describeLater({ manifest: { version, madeAt, note }, withdrawal }: ArchivedVersion): string {
  const name = `${formatVersion(version)}, ${formatDate(madeAt.slice(0, 10))}`;
  const end = withdrawal ? ` (withdrawn on ${formatDate(withdrawal.withdrawnOn)})` : '';
  return `${note === null ? name : `${name}: ${note}`}${end}`;
}

/** Names a version in a sentence: "report 8, draft 0.1". */
function nameEdition({ manifest: { paper, version } }: ArchivedVersion): string {
  const name = formatVersion(version);
  return paper.number.trim() === '' ? name : `report ${paper.number}, ${name}`;
}

/** Finds the page that shows the newest version, relative to the notice of another: its notice page if it needs one. */
function findShownPage(from: ArchivedVersion, newest: ArchivedVersion, owner: ArchiveOwner): string | null {
  if (!needsNotice(newest, [], owner)) return findPage(from, newest);
  return `${findWay(from, newest)}notice-v${newest.manifest.version}.html`;
}

/** Finds the HTML edition of a version, relative to the notice of another. Null if it was issued without one. */
function findPage(from: ArchivedVersion, version: ArchivedVersion): string | null {
  const { manifest } = version;
  const page = manifest.outputs.find(({ name }) => name === `${manifest.paper.id}.html`);
  return page ? `${findWay(from, version)}v${manifest.version}/${page.name}` : null;
}

/** Returns the way from the folder of one version's notice to that of another. A paper that got a number later has two folders. */
function findWay(from: ArchivedVersion, to: ArchivedVersion): string {
  const [start, end] = [from, to].map(({ folder }) => getPaperFolder(folder));
  return start === end || end === undefined ? '' : `../${end.slice(end.lastIndexOf('/') + 1)}/`;
}
