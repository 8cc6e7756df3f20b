import { markup, type Html } from '../markup/markup.js';
import type { Inline } from '../model/inline.js';
import { makeNoteAnchor } from '../model/make-note-anchor.js';
import type { HtmlOptions } from './html-options.js';
import { renderInlines } from './render-inlines.js';

/** Renders the notes under a block. Each note has an anchor, because marks in table cells link to it. */
export function renderNotes(anchor: string, notes: Inline[][], options: HtmlOptions): Html | null {
  if (notes.length === 0) return null;
  const paragraphs = notes.map((note, index) => {
    const id = makeNoteAnchor({ anchor }, index + 1);
    return markup`<p id="${id}">${renderInlines(note, options)}</p>`;
  });
  return markup`\n<div class="notes" id="${anchor}_notes">${paragraphs}</div>`;
}
