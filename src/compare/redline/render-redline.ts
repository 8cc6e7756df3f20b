import scrollStops from '../../markup/browser/scroll-stops.js?raw';
import { formatPolicy } from '../../markup/format-policy.js';
import { markup, trustHtml, type Html } from '../../markup/markup.js';
import type { RedlineTheme } from '../../model/theme.js';
import type { Comparison } from '../describe/comparison.js';
import { isIdentical } from '../describe/is-identical.js';
import { listChanges } from '../describe/list-changes.js';
import { makeSignposts } from './make-signposts.js';
import { renderChangedFigures } from './render-changed-figures.js';
import { renderFront } from './render-front.js';
import { renderRedlineStyle } from './render-redline-style.js';
import { renderSection } from './render-section.js';
import { renderSummary } from './render-summary.js';

/** The facts about the two versions in the head of the page. */
export interface RedlineHead {
  before: VersionName;
  after: VersionName;
  /** Why there is a new version, in its author's words. Null if no reason is given. */
  note: string | null;
  /** Links to other pages, such as the paper without marks. */
  links: { href: string; text: string }[];
}

interface VersionName {
  /** "version 1.1", "working". */
  name: string;
  /** Its date or edition. Null if it is not known. */
  detail: string | null;
}

/**
 * Renders the whole new version as an HTML page with every change in its place, and a summary on top. The page loads no
 * other file, and its content security policy allows only its own style and script, by hash. The page's own ids contain an
 * underscore, which anchors do not.
 */
export function renderRedline(comparison: Comparison, head: RedlineHead, theme: RedlineTheme): string {
  const { paper, sections } = comparison;
  const changes = listChanges(comparison);
  const signposts = makeSignposts(changes);
  const style = renderRedlineStyle(theme);
  const policy = formatPolicy({ style, script: scrollStops, hasPictures: hasPictures(comparison) });
  return markup`<!DOCTYPE html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Changes: ${paper.title}, from ${head.before.name} to ${head.after.name}</title>
<meta name="generator" content="Committee Papers">
<style>${trustHtml(style)}</style>
</head>
<body>
<a class="skip" href="#_paper">Skip to the paper</a>
${renderHeader(comparison, head)}
${renderSummary(changes, signposts)}${renderChangedFigures(changes, signposts)}<main id="_paper">
<h2>The paper with its changes</h2>
${renderFront(comparison, signposts)}${sections.map((section) => renderSection(section, signposts))}</main>
<footer><p><a href="#_top">Back to the top</a></p></footer>
<script>${trustHtml(scrollStops)}</script>
</body>
</html>
`.html;
}

function hasPictures({ sections }: Comparison): boolean {
  return sections.some(({ parts }) => parts.some(({ kind }) => kind === 'picture'));
}

function renderHeader(comparison: Comparison, { before, after, note, links }: RedlineHead): Html {
  const { authority, committee, meeting, marking, title } = comparison.paper;
  const masthead = [authority, committee, meeting].filter((part) => part !== '').join(' · ');
  return markup`<header id="_top">
${renderLine('marking', marking)}${renderLine('masthead', masthead)}<h1><span class="kicker">What changed in</span> ${title}</h1>
<p class="versions-named">From ${renderVersion(before)} to ${renderVersion(after)}</p>
${note === null ? null : markup`<p class="why"><strong>Why:</strong> ${note}</p>\n`}${renderLinks(links)}${comparison.caveats.map((caveat) => renderLine('caveat', caveat))}${isIdentical(comparison) ? markup`<p>Nothing has changed.</p>\n` : KEY}</header>`;
}

function renderLine(name: string, text: string | null): Html | null {
  return text === null || text === '' ? null : markup`<p class="${name}">${text}</p>\n`;
}

function renderVersion({ name, detail }: VersionName): Html {
  return markup`<strong>${name}</strong>${detail === null ? null : markup` <span class="soft">(${detail})</span>`}`;
}

function renderLinks(links: RedlineHead['links']): Html | null {
  if (links.length === 0) return null;
  const items = links.map(({ href, text }) => markup`<li><a href="${href}">${text}</a></li>`);
  return markup`<ul class="links">${items}</ul>\n`;
}

const KEY = markup`<p class="key"><span class="removed-words">Removed words</span> are struck through, and <span class="added-words">added words</span> are
underlined. A changed part has a bar on its left and a label above it. The label after a figure says why it changed:
<span class="reason">data</span> its value; <span class="reason">rule</span> its formula or rounding; <span class="reason">wording</span> how it is written.</p>
`;
