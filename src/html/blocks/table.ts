import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Table } from '../../model/blocks/table.js';
import { toPlainText } from '../../model/inline.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderCaption } from '../render-caption.js';
import { renderGrid } from '../render-grid.js';
import { renderNotes } from '../render-notes.js';
import { renderSource } from '../render-source.js';
import { renderScrollArea, type AccessibleName } from '../render-scroll-area.js';

/** A table with its caption above it and its notes below it. A small table of words may have no caption. */
export function renderTable(table: Table, options: HtmlOptions): Html {
  const { anchor, columns, heads, rows, notes, place } = table;
  const caption = markup`\n<caption id="${anchor}_caption">${renderCaption(table, options)}</caption>`;
  const grid = makeElement('table', { 'aria-describedby': notes.length > 0 ? `${anchor}_notes` : null }, [
    hasCaption(table) ? caption : null,
    renderGrid({ id: anchor, columns, heads, rows }, options),
  ]);
  return makeElement('div', { id: anchor, class: 'table', ...getPlaceAttribute(place, options) }, [
    renderScrollArea(nameTable(table), grid),
    renderNotes(anchor, notes, options),
    renderSource(table),
  ]);
}

function hasCaption({ number, title }: Table): boolean {
  return number !== null || title.length > 0;
}

/** Names the area of a table by its number alone, because the caption follows. A table without a caption is named by its headings. */
function nameTable(table: Table): AccessibleName {
  if (table.number !== null) return { 'aria-label': table.number };
  if (table.title.length > 0) return { 'aria-labelledby': `${table.anchor}_caption` };
  const headings = table.columns.map(({ heading }) => toPlainText(heading));
  return { 'aria-label': headings.filter((heading) => heading !== '').join(', ') };
}
