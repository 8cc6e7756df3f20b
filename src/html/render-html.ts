import { createHash } from 'node:crypto';
import type { Document } from '../model/document.js';
import type { Theme } from '../model/theme.js';
import { contentsHtml, footerHtml, headerHtml } from './front-html.js';
import { markup, trustHtml } from '../markup/markup.js';
import { pageStyle } from './page-style.js';
import { sectionHtml } from './section-html.js';
import type { Tracing } from './trace.js';

/**
 * Stage 8: Document → one HTML file that asks for no other. Its policy lets nothing in but its own style, by hash. Ids of the
 * page's own hold an underscore, which anchors of the document do not.
 */
export function renderHtml(document: Document, theme: Theme, tracing: Tracing): string {
  const { language, subject, author, keywords, madeAt, sections, appendices } = document;
  const style = pageStyle(document, theme);
  const words =
    keywords.length > 0 ? markup`\n<meta name="keywords" content="${keywords.join(', ')}">` : null;
  return markup`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pageTitle(document)}</title>
<meta name="description" content="${subject}">
<meta name="author" content="${author}">${words}
<meta name="dcterms.modified" content="${madeAt.toISOString()}">
<meta name="generator" content="Committee Papers">
<style>${trustHtml(style)}</style>
</head>
<body>
<a class="skip" href="#_text">Skip to the text</a>
${headerHtml(document, tracing)}${document.contents ? contentsHtml(document) : null}<main id="_text">
${sections.map((section) => sectionHtml(section, false, tracing))}${appendices.map((section) => sectionHtml(section, true, tracing))}</main>
${footerHtml(document)}</body>
</html>
`.html;
}

function policy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function pageTitle({ title, status, masthead }: Document): string {
  return `${status === 'draft' ? 'Draft: ' : ''}${title} – ${masthead.committee}, ${masthead.meeting}`;
}
