import { makeElement, markup, type Html } from '../markup/markup.js';
import type { Document, HeaderField } from '../model/document.js';
import { formatMarking } from '../model/format-marking.js';
import { isMeetingInHeader } from '../model/is-meeting-in-header.js';
import { isWideField } from '../model/is-wide-field.js';
import type { HtmlOptions } from './html-options.js';
import { renderList } from './blocks/list.js';
import { renderEdition } from './render-edition.js';
import { renderInlines } from './render-inlines.js';

/** Renders the top of the page: status, masthead, title, edition, header block, and the changes since the last version. */
export function renderHeader(document: Document, options: HtmlOptions): Html {
  const { masthead, title } = document;
  const date = isMeetingInHeader(document) ? null : markup`<p class="meeting">${masthead.meeting}</p>\n`;
  return markup`<header id="_top">
${renderStatus(document)}<div class="masthead">
<p class="authority">${masthead.authority}</p>
${date}<p class="committee">${masthead.committee}</p>
</div>
<h1>${title}</h1>
${renderEdition(document, options)}${renderFields(document, options)}${renderChanges(document)}
</header>
`;
}

/** Renders the marking and the draft status, which the PDF has at the top of every page. */
function renderStatus(document: Document): Html | null {
  const marking = formatMarking(document);
  if (marking === '') return null;
  return markup`<p class="status"><strong>${marking}</strong></p>\n`;
}

function renderFields({ header }: Document, options: HtmlOptions): Html | null {
  if (header.fields.length === 0) return null;
  const fields = header.fields.map((field) => {
    const isWide = header.layout === 'grid' && isWideField(field);
    const parts = markup`<dt>${field.name}</dt> <dd>${renderValue(field, options)}</dd>`;
    return markup`\n${makeElement('div', { class: isWide ? 'wide' : null }, parts)}`;
  });
  return makeElement('dl', { class: header.layout }, fields);
}

function renderValue({ value, blocks }: HeaderField, options: HtmlOptions): Html {
  if (!blocks) return renderInlines(value, options);
  const parts = blocks.map((block) =>
    block.kind === 'list'
      ? renderList(block, options)
      : makeElement('p', {}, renderInlines(block.content, options)),
  );
  return markup`${parts}`;
}

function renderChanges({ changes }: Document): Html | null {
  return changes && markup`\n<p class="changes"><strong>${changes.title}:</strong> ${changes.text}</p>`;
}
