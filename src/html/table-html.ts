import { makeNoteAnchor } from '../model/make-note-anchor.js';
import type { Table } from '../model/blocks/table.js';
import { toPlainText, type Inline } from '../model/inline.js';
import { gridHtml } from './grid-html.js';
import { inlineHtml } from './inline-html.js';
import { makeElement, markup, type Html } from '../markup/markup.js';
import { placeMark, type Tracing } from './trace.js';

/** A table with its caption above and its notes below. A small table of words may have no caption. */
export function tableHtml(table: Table, tracing: Tracing): Html {
  const { anchor, number, title, columns, rows, notes, place } = table;
  const headings = columns.map(({ heading }) => toPlainText(heading));
  const captioned = number !== null || title.length > 0;
  const caption = markup`\n<caption id="${anchor}_caption">${captionHtml(table, tracing)}</caption>`;
  const name: Name = captioned
    ? { 'aria-labelledby': `${anchor}_caption` }
    : { 'aria-label': headings.filter((heading) => heading !== '').join(', ') };
  const described = { 'aria-describedby': notes.length > 0 ? `${anchor}_notes` : null };
  const grid = makeElement('table', described, [
    captioned ? caption : null,
    gridHtml({ id: anchor, columns, rows }, tracing),
  ]);
  return makeElement('div', { id: anchor, class: 'table', ...placeMark(place, tracing) }, [
    scrollHtml(name, grid),
    notesHtml(anchor, notes, tracing),
  ]);
}

/** "Table 1. Title" */
export function captionHtml(
  { number, title }: { number: string | null; title: Inline[] },
  tracing: Tracing,
): Html {
  const label = number === null ? null : markup`<span class="label">${number}. </span>`;
  return markup`${label}${inlineHtml(title, tracing)}`;
}

/** Each note has an anchor of its own, since marks in cells lead to it. */
export function notesHtml(anchor: string, notes: Inline[][], tracing: Tracing): Html | null {
  if (notes.length === 0) return null;
  const paragraphs = notes.map(
    (one, index) => markup`<p id="${makeNoteAnchor({ anchor }, index + 1)}">${inlineHtml(one, tracing)}</p>`,
  );
  return markup`\n<div class="notes" id="${anchor}_notes">${paragraphs}</div>`;
}

type Name = { 'aria-labelledby': string } | { 'aria-label': string };

/**
 * Scrolls sideways by itself where the page is too narrow; by keyboard too. A named group and no region: a landmark for each
 * table would bury the page's own.
 */
export function scrollHtml(name: Name, content: Html): Html {
  return makeElement('div', { class: 'scroll', role: 'group', tabindex: 0, ...name }, content);
}
