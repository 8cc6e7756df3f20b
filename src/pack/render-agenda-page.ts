import { renderSealedPage } from '../archive/pages/render-sealed-page.js';
import { formatDate } from '../format/dates.js';
import { capitalise, formatCount } from '../format/words.js';
import { makeElement, markup, type Html } from '../markup/markup.js';
import { formatVersion } from '../model/edition.js';
import { formatPackTitle } from './make-front-document.js';
import {
  BULLET,
  describeAbsence,
  formatItemTitle,
  listPacked,
  PACK_PDF,
  type Pack,
  type PackedPaper,
  type PackItem,
  type PageSpan,
  type RecommendationLine,
} from './pack.js';

/** The PDF of the pack, as the page describes it. */
export interface PackFile {
  spans: ReadonlyMap<string, PageSpan>;
  pages: number;
  bytes: number;
}

/**
 * Renders the agenda as an HTML file that links each paper. The links are relative, so the page works from a file share and
 * from a website. It loads nothing.
 */
export function renderAgendaPage(pack: Pack, file: PackFile): string {
  const { authority, committee, language } = pack;
  return renderSealedPage({
    language,
    title: formatPackTitle(pack),
    register: null,
    script: null,
    hasFrames: false,
    body: markup`<header>
<h1>${committee}: agenda</h1>
<p>${[authority, formatDate(pack.date), pack.time, pack.venue].filter((part) => part !== null).join(' · ')}</p>
${renderMarks(pack)}${renderPackLink(pack, file)}</header>
<main>
${pack.items.map((item, index) => renderItem(item, index + 1, file))}</main>
${pack.archiveIndex === null ? null : markup`<footer><p>${makeElement('a', { href: pack.archiveIndex }, 'All issued papers and their versions')}</p></footer>`}`,
  });
}

function renderMarks({ isExempt, isWorking }: Pack): Html[] {
  return [
    ...(isExempt ? ['Not for publication: this agenda leads to exempt papers.'] : []),
    ...(isWorking ? ['Not issued: this agenda leads to working copies, which may still change.'] : []),
  ].map(
    (words) => markup`<div class="notice" role="note">
<p><strong>${words}</strong></p>
</div>
`,
  );
}

function renderPackLink(pack: Pack, { pages, bytes }: PackFile): Html {
  const papers = formatCount(listPacked(pack).length, 'paper');
  return markup`<p>${makeElement('a', { href: PACK_PDF }, `Agenda and ${papers} in one PDF`)} (${formatCount(pages, 'page')}, ${formatSize(bytes)})</p>
`;
}

function renderItem(item: PackItem, position: number, file: PackFile): Html {
  const { author, text, paper } = item;
  const id = `item-${position}`;
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${formatItemTitle(item)}</h2>
${author === null ? null : markup`<p class="facts">${author}</p>\n`}${text === null ? null : markup`<p>${text}</p>\n`}${paper && (paper.state === 'packed' ? renderPaper(item, paper, file) : renderAbsence(describeAbsence(paper)))}</section>
`;
}

function renderAbsence(words: string): Html {
  return markup`<div class="notice" role="note">
<p>${words}</p>
</div>
`;
}

function renderPaper(item: PackItem, paper: PackedPaper, { spans }: PackFile): Html {
  const { recommendation, version } = paper;
  const edition = version === null ? 'Working copy, not issued' : capitalise(formatVersion(version));
  return markup`${renderRecommendation(recommendation)}<p>${edition}: ${renderLinks(item, paper, spans.get(paper.id))}</p>
`;
}

/** Renders paragraphs, and bullets that stand together as a list. Items with letters and numbers keep them, as members cite them. */
function renderRecommendation(lines: readonly RecommendationLine[]): Html[] {
  return groupBullets(lines).map((group, index) => {
    const label = index === 0 ? markup`<strong>Recommendation:</strong> ` : null;
    const [first] = group;
    if (first?.marker === BULLET) {
      const items = group.map(({ text }) => markup`<li>${text}</li>\n`);
      return markup`${label && markup`<p>${label}</p>\n`}<ul>\n${items}</ul>\n`;
    }
    return markup`<p>${label}${[first?.marker, first?.text].filter((part) => part != null).join(' ')}</p>\n`;
  });
}

/** Groups bullets that follow each other. Every other line is a group of its own. */
function groupBullets(lines: readonly RecommendationLine[]): RecommendationLine[][] {
  const groups: RecommendationLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (line.marker === BULLET && last?.[0]?.marker === BULLET) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Each link says to a screen reader which paper it opens. */
function renderLinks(item: PackItem, { page, pdf, bytes }: PackedPaper, span: PageSpan | undefined): Html[] {
  const links = [
    ...(page === null ? [] : [{ href: page, words: 'web page' }]),
    { href: pdf, words: `PDF (${span ? `${formatCount(span.count, 'page')}, ` : ''}${formatSize(bytes)})` },
    ...(span ? [{ href: `${PACK_PDF}#page=${span.first}`, words: `page ${span.first} of the pack` }] : []),
  ];
  return links.map(({ href, words }, index) => {
    const link = makeElement('a', { href, 'aria-label': `${words}: ${formatItemTitle(item)}` }, words);
    return index === 0 ? link : markup`, ${link}`;
  });
}

/** Formats a size in bytes: "152 KB", "3.4 MB". */
function formatSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
