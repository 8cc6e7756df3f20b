import { formatDate } from '../../format.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import { formatVersion } from '../../model/edition.js';
import type { ArchiveOwner } from './archive-owner.js';
import { renderSuccessorNotice } from './successor-notice.js';
import type { Manifest } from '../manifest.js';
import type { ArchivedVersion } from '../read-archive.js';
import searchScript from './browser/search.js?raw';
import { renderSealedPage } from './sealed-page.js';
import { needsNotice, formatNoticeName } from './notice-page.js';

/** The archive's index: papers by meeting, the newest first, each with its versions. `papers` are histories, oldest first. */
export function renderIndexPage(papers: ArchivedVersion[][], owner: ArchiveOwner, register: string): string {
  const { authority, language } = owner;
  const count = papers.length === 1 ? '1 paper' : `${papers.length} papers`;
  return renderSealedPage({
    language,
    title: `Papers of the ${authority}`,
    register,
    script: searchScript,
    frames: false,
    body: markup`<header>
<h1>Papers of the ${authority}</h1>
${renderSuccessorNotice(owner)}<p>Every version that was issued, as it was issued. A version never changes; a correction is a new one.</p>
<form role="search" hidden>
<label for="search">Search by title, number, date, committee or note</label>
<input type="search" id="search" autocomplete="off">
<p role="status">${count}</p>
</form>
</header>
<main>
${byMeeting(papers).map((meeting) => meetingHtml(meeting, owner))}</main>
<footer><p>To hold a copy of a paper against this archive: <code>papers verify copy.pdf</code>, or compare its SHA-256 with the one given here.</p></footer>`,
  });
}

/** Meetings newest first, committees and reports in order. */
function byMeeting(papers: ArchivedVersion[][]): ArchivedVersion[][][] {
  const meetings = new Map<string, ArchivedVersion[][]>();
  for (const history of papers) {
    const { meeting = '', committee } = history[0]?.manifest ?? {};
    const key = `${meeting} ${committee?.id ?? ''}`;
    meetings.set(key, [...(meetings.get(key) ?? []), history]);
  }
  return [...meetings]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, histories]) => histories.sort((a, b) => byNumber(a[0], b[0])));
}

/** Report 9 before 12, and 12 before 12a. */
function byNumber(a: ArchivedVersion | undefined, b: ArchivedVersion | undefined): number {
  const [one = '', other = ''] = [a, b].map((version) => version?.manifest.paper.number);
  return Number.parseInt(one, 10) - Number.parseInt(other, 10) || (one < other ? -1 : 1);
}

function meetingHtml(papers: ArchivedVersion[][], owner: ArchiveOwner): Html {
  const first = papers[0]?.[0]?.manifest;
  if (!first) return markup``;
  const id = `${first.committee.id}-${first.meeting}`;
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${first.committee.name}, ${formatDate(first.meeting)}</h2>
${papers.map((history) => paperHtml(history, owner))}</section>
`;
}

function paperHtml(history: ArchivedVersion[], owner: ArchiveOwner): Html {
  const newest = history.at(-1);
  if (!newest) return markup``;
  const { paper, retention } = newest.manifest;
  const rows = [...history]
    .reverse()
    .map((version, after) =>
      versionHtml(version, newest, needsNotice(history.slice(history.length - after), owner)),
    );
  return markup`<article>
<h3>Report ${paper.number}: ${paper.title}</h3>
<p class="facts">${[paper.author, ...inspection(retention)].join(' · ')}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Versions of report ${paper.number}"><table>
<thead><tr><th scope="col">Version</th><th scope="col">Status</th><th scope="col">Dated</th><th scope="col">What has changed</th><th scope="col">Files</th></tr></thead>
<tbody>${rows}
</tbody>
</table></div>
</article>
`;
}

function inspection(retention: Manifest['retention']): string[] {
  const { publishedOn, inspectReportUntil, inspectBackgroundPapersUntil } = retention;
  return [
    ...(publishedOn === null ? [] : [`published on ${formatDate(publishedOn)}`]),
    ...(inspectReportUntil === null ? [] : [`open to inspection until ${formatDate(inspectReportUntil)}`]),
    ...(inspectBackgroundPapersUntil === null
      ? []
      : [`background papers until ${formatDate(inspectBackgroundPapersUntil)}`]),
  ];
}

function versionHtml(version: ArchivedVersion, newest: ArchivedVersion, noticed: boolean): Html {
  const { manifest } = version;
  const old = version !== newest;
  const status = old
    ? markup`Superseded by <a href="#${rowId(newest)}">${newest.manifest.version}</a>`
    : markup`${manifest.status === 'draft' ? 'Draft' : 'Final'}`;
  return markup`
<tr id="${rowId(version)}"${old ? markup` class="old"` : null}><th scope="row">${manifest.version}</th><td>${status}</td><td>${formatDate(manifest.madeAt.slice(0, 10))}</td><td>${manifest.note ?? '–'}</td><td>${filesHtml(version, noticed)}</td></tr>`;
}

function rowId({ folder }: ArchivedVersion): string {
  return folder.replaceAll('/', '_');
}

/** What the files are called for readers, by the end of their names. */
const FILES: [string, string][] = [
  ['.html', 'Web page'],
  ['.pdf', 'PDF'],
  ['figures.csv', 'Figures'],
  ['sources.zip', 'Sources'],
];

function filesHtml(version: ArchivedVersion, noticed: boolean): Html {
  const { folder, manifest } = version;
  const what = `${formatVersion(manifest.version)} of report ${manifest.paper.number}`;
  const files = FILES.flatMap(([end, words]) =>
    manifest.outputs.filter(({ name }) => name.endsWith(end)).map((file) => ({ ...file, words })),
  );
  const links = files.map(({ name, words }, index) => {
    const href = noticed && name.endsWith('.html') ? formatNoticeName(version) : `${folder}/${name}`;
    return [index > 0 ? ', ' : null, makeElement('a', { href, 'aria-label': `${words}: ${what}` }, words)];
  });
  const hashes = [
    ...files.map(({ name, sha256 }) => ({ name, sha256 })),
    { name: 'manifest.json', sha256: version.sha256 },
  ].map(({ name, sha256 }) => markup`<dt>${name}</dt><dd><code>${sha256}</code></dd>`);
  return markup`${links}<details><summary>SHA-256</summary><dl>${hashes}</dl></details>`;
}
