import { formatPolicy } from '../markup/format-policy.js';
import scrollStops from '../markup/browser/scroll-stops.js?raw';
import { markup, trustHtml, type Html } from '../markup/markup.js';
import type { Document } from '../model/document.js';
import { findContentsSection } from '../model/find-contents-section.js';
import { hasPictures } from '../model/has-pictures.js';
import type { Theme } from '../model/theme.js';
import type { HtmlOptions } from './html-options.js';
import { renderContents } from './render-contents.js';
import { renderHeader } from './render-header.js';
import { renderPageStyle } from './render-page-style.js';
import { renderSection } from './render-section.js';

/**
 * Stage 8: Document → one self-contained HTML file. Its security policy allows only its own style and script, by hash.
 * The page's own ids contain an underscore, which anchors of the document never do.
 */
export function renderHtml(document: Document, theme: Theme, options: HtmlOptions): string {
  const script = options.isTraced ? null : scrollStops; // a preview replaces the body, and allows no scripts
  const contents = renderContents(document);
  const contentsSection = findContentsSection(document);
  const sections = [
    ...document.sections.flatMap((section) => [
      renderSection(section, false, options),
      section.id === contentsSection ? contents : null,
    ]),
    ...document.appendices.map((appendix) => renderSection(appendix, true, options)),
  ];
  return markup`<!DOCTYPE html>
<html lang="${document.language}">
${renderHead(document, renderPageStyle(document, theme), script)}
<body>
<a class="skip" href="#_text">Skip to the text</a>
${renderHeader(document, options)}${contentsSection === null ? contents : null}<main id="_text">
${sections}</main>
${renderFooter(document)}${script === null ? null : markup`<script>${trustHtml(script)}</script>\n`}</body>
</html>
`.html;
}

function renderHead(document: Document, style: string, script: string | null): Html {
  const { subject, author, keywords, madeAt } = document;
  const words =
    keywords.length > 0 ? markup`\n<meta name="keywords" content="${keywords.join(', ')}">` : null;
  const policy = formatPolicy({ style, script, hasPictures: hasPictures(document) });
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${formatPageTitle(document)}</title>
<meta name="description" content="${subject}">
<meta name="author" content="${author}">${words}
<meta name="dcterms.modified" content="${madeAt.toISOString()}">
<meta name="generator" content="Committee Papers">
<style>${trustHtml(style)}</style>
</head>`;
}

function formatPageTitle({ title, status, masthead }: Document): string {
  return `${status === 'draft' ? 'Draft: ' : ''}${title} – ${masthead.committee}, ${masthead.meeting}`;
}

function renderFooter({ statusText, running }: Document): Html {
  const words = [statusText, running.marking].filter((word) => word !== null);
  return markup`<footer>
<p>${words.join(' · ')}</p>
<p><a href="#_top">Back to the top</a></p>
</footer>
`;
}
