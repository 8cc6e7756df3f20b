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

/** The names of the two versions. */
interface VersionNames {
  before: string;
  after: string;
}

/**
 * Renders the whole new version as an HTML page with every change in its place, and a summary on top. The page loads no
 * other file, and its content security policy allows only its own style and script, by hash. The page's own ids contain an
 * underscore, which anchors do not.
 */
export function renderRedline(comparison: Comparison, names: VersionNames, theme: RedlineTheme): string {
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
<title>Changes: ${paper.title}, from ${names.before} to ${names.after}</title>
<meta name="generator" content="Committee Papers">
<style>${trustHtml(style)}</style>
</head>
<body>
<a class="skip" href="#_paper">Skip to the paper</a>
${renderHeader(comparison, names)}
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

function renderHeader(comparison: Comparison, names: VersionNames): Html {
  const { authority, committee, meeting, marking, title } = comparison.paper;
  const markingLine = marking === null ? null : markup`<p class="marking">${marking}</p>\n`;
  return markup`<header id="_top">
${markingLine}<p class="masthead">${[authority, committee, meeting].filter((part) => part !== '').join(' · ')}</p>
<h1>${title}</h1>
<p class="versions-named">From <strong>${names.before}</strong> to <strong>${names.after}</strong></p>
${comparison.caveats.map((caveat) => markup`<p class="caveat">${caveat}</p>\n`)}${isIdentical(comparison) ? markup`<p>Nothing has changed.</p>\n` : KEY}</header>`;
}

const KEY = markup`<p class="key"><span class="removed-words">Removed words</span> are struck through, <span class="added-words">added words</span> are
underlined. Each changed part has a bar on its left and a label above it. A label after a figure gives the reason for its
change: <span class="reason">data</span> a new value; <span class="reason">rule</span> a new formula or rounding; <span class="reason">wording</span> a new way of writing it.</p>
`;
