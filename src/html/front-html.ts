import type { Document } from '../model/document.js';
import { formatSectionLabel, type Section } from '../model/section.js';
import { toPlainText } from '../model/inline.js';
import { formatMarking } from '../model/format-marking.js';
import { inlineHtml } from './inline-html.js';
import { makeElement, markup, type Html } from '../markup/markup.js';
import type { Tracing } from './trace.js';

/** What stands before the first section: its status, whose paper it is, its title, and the header block. */
export function headerHtml(document: Document, tracing: Tracing): Html {
  const { masthead, header, title, changes } = document;
  const fields = header.fields.map(
    ({ name, value }) => markup`\n<div><dt>${name}</dt> <dd>${inlineHtml(value, tracing)}</dd></div>`,
  );
  return markup`<header id="_top">
${statusHtml(document)}<div class="masthead">
<p class="authority">${masthead.authority}</p>
<p class="meeting">${masthead.meeting}</p>
<p class="committee">${masthead.committee}</p>
</div>
<h1>${title}</h1>
${fields.length > 0 ? makeElement('dl', { class: header.layout }, fields) : null}${changes && markup`\n<p class="changes"><strong>${changes.title}:</strong> ${changes.text}</p>`}
</header>
`;
}

/** What every page of the PDF says at its head: the marking, and that it is a draft. */
function statusHtml(document: Document): Html | null {
  const words = formatMarking(document);
  if (words === '') return null;
  const draft = document.status === 'draft' ? markup` <span>${document.statusText}</span>` : null;
  return markup`<p class="status"><strong>${words}</strong>${draft}</p>\n`;
}

/** The sections, and the first level of headings within them. */
export function contentsHtml({ contentsTitle, sections, appendices }: Document): Html {
  return markup`<nav aria-labelledby="_contents">
<h2 id="_contents">${contentsTitle}</h2>
<ol>${sections.map((section) => entryHtml(section, false))}${appendices.map((section) => entryHtml(section, true))}
</ol>
</nav>
`;
}

function entryHtml(section: Section, appendix: boolean): Html {
  const below = section.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1
      ? [markup`\n<li><a href="#${block.anchor}">${toPlainText(block.content)}</a></li>`]
      : [],
  );
  const list = below.length > 0 ? markup`\n<ol>${below}\n</ol>` : null;
  const title = `${formatSectionLabel(section, appendix)}${section.title}`;
  return markup`\n<li><a href="#${section.anchor}">${title}</a>${list}</li>`;
}

export function footerHtml(document: Document): Html {
  const words = [document.statusText, document.running.marking].filter((word) => word !== null);
  return markup`<footer>
<p>${words.join(' · ')}</p>
<p><a href="#_top">Back to the top</a></p>
</footer>
`;
}
