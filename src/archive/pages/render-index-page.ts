import { formatDate } from '../../format/dates.js';
import { formatCount } from '../../format/words.js';
import { markup, type Html } from '../../markup/markup.js';
import { groupBy } from '../../model/group-by.js';
import type { Manifest } from '../manifest.js';
import type { PaperHistory } from '../paper-history.js';
import type { ArchiveOwner } from './archive-owner.js';
import scrollStops from '../../markup/browser/scroll-stops.js?raw';
import searchScript from './browser/search.js?raw';
import { nameReport } from '../version-folder.js';
import { needsNotice } from './render-notice-page.js';
import { renderSealedPage } from './render-sealed-page.js';
import { renderSuccessorNotice } from './render-successor-notice.js';
import { renderVersionRow } from './render-version-row.js';

/** A page that lists versions: the public index, or the list of drafts that only the secretariat knows. */
interface ListPage {
  /** The papers with the versions that the page lists. */
  papers: PaperHistory[];
  title: string;
  introduction: string;
  register: string;
}

/**
 * Renders the archive's index: papers by meeting, newest meeting first, each with its final versions. Drafts are for the
 * secretariat, and are on a page of their own. `register` is the register's hash.
 */
export function renderIndexPage(papers: PaperHistory[], owner: ArchiveOwner, register: string): string {
  return renderListPage(
    {
      papers: papers.flatMap((history) => selectVersions(history, 'final')),
      title: `Papers of the ${owner.authority}`,
      introduction:
        'This page lists every final version. An issued version never changes; a correction is a new version.',
      register,
    },
    owner,
  );
}

/** Renders the list of drafts, to which no page leads. Null if there are none. */
export function renderDraftsPage(
  papers: PaperHistory[],
  owner: ArchiveOwner,
  register: string,
): string | null {
  const drafts = papers.flatMap((history) => selectVersions(history, 'draft'));
  if (drafts.length === 0) return null;
  return renderListPage(
    {
      papers: drafts,
      title: `Drafts of papers of the ${owner.authority}`,
      introduction:
        'These drafts are for the secretariat. No page leads here, and a draft is not the paper of a meeting.',
      register,
    },
    owner,
  );
}

function selectVersions(history: PaperHistory, status: Manifest['status']): PaperHistory[] {
  const [first, ...others] = history.filter(({ manifest }) => manifest.status === status);
  return first ? [[first, ...others]] : [];
}

function renderListPage({ papers, title, introduction, register }: ListPage, owner: ArchiveOwner): string {
  return renderSealedPage({
    language: owner.language,
    title,
    register,
    script: `${searchScript}${scrollStops}`,
    hasFrames: false,
    body: markup`<header>
<h1>${title}</h1>
${renderSuccessorNotice(owner)}<p>${introduction}</p>
<form role="search" hidden>
<label for="search">Search by title, number, date, committee or note</label>
<input type="search" id="search" autocomplete="off">
<p role="status">${formatCount(papers.length, 'paper')}</p>
</form>
</header>
<main>
${groupByMeeting(papers).map((meeting) => renderMeeting(meeting, owner))}</main>
<footer><p>To check a copy of a paper, run <code>papers verify copy.pdf</code>, or compare its SHA-256 with the hash on this page.</p></footer>`,
  });
}

/** The papers of one meeting, by report number. */
interface Meeting {
  committee: Manifest['committee'];
  date: string;
  papers: PaperHistory[];
}

/** Groups papers by meeting, newest meeting first. */
function groupByMeeting(papers: PaperHistory[]): Meeting[] {
  const groups = groupBy(papers, ([{ manifest }]) => `${manifest.meeting} ${manifest.committee.id}`);
  const meetings = [...groups.values()].map((group): Meeting => {
    // The newest entry has the committee's present name.
    const { committee, meeting: date } = (group.at(-1) ?? group[0])[0].manifest;
    return { committee, date, papers: group.toSorted(compareNumbers) };
  });
  return meetings.sort(compareMeetings);
}

function compareMeetings(a: Meeting, b: Meeting): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.committee.id < b.committee.id ? -1 : 1;
}

/** Sorts report 9 before 12, and 12 before 12a. */
function compareNumbers([{ manifest: a }]: PaperHistory, [{ manifest: b }]: PaperHistory): number {
  const [numberA, numberB] = [a.paper.number, b.paper.number];
  return Number.parseInt(numberA, 10) - Number.parseInt(numberB, 10) || (numberA < numberB ? -1 : 1);
}

function renderMeeting({ committee, date, papers }: Meeting, owner: ArchiveOwner): Html {
  const id = `${committee.id}-${date}`;
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${committee.name}, ${formatDate(date)}</h2>
${papers.map((history) => renderPaper(history, owner))}</section>
`;
}

function renderPaper(history: PaperHistory, owner: ArchiveOwner): Html {
  const newest = history.at(-1) ?? history[0];
  const { paper, openToInspection } = newest.manifest;
  const rows = history.map((version, index) =>
    renderVersionRow(version, newest, needsNotice(version, history.slice(index + 1), owner)),
  );
  return markup`<article>
<h3>${paper.number.trim() === '' ? 'Without a number' : `Report ${paper.number}`}: ${paper.title}</h3>
<p class="facts">${[paper.author, ...describeInspection(openToInspection)].join(' · ')}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Versions of ${nameReport(paper)}"><table>
<thead><tr><th scope="col">Version</th><th scope="col">Status</th><th scope="col">Dated</th><th scope="col">Changes</th><th scope="col">Files</th></tr></thead>
<tbody>${rows.toReversed()}
</tbody>
</table></div>
</article>
`;
}

function describeInspection({
  publishedOn,
  inspectReportUntil,
  inspectBackgroundPapersUntil,
}: Manifest['openToInspection']): string[] {
  return [
    { words: 'published on', day: publishedOn },
    { words: 'open to inspection until', day: inspectReportUntil },
    { words: 'background papers until', day: inspectBackgroundPapersUntil },
  ].flatMap(({ words, day }) => (day === null ? [] : [`${words} ${formatDate(day)}`]));
}
