import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Note } from '../../model/blocks/note.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderInlines } from '../render-inlines.js';

export function renderNote({ content, place }: Note, options: HtmlOptions): Html {
  return makeElement(
    'div',
    { role: 'note', ...getPlaceAttribute(place, options) },
    markup`<p>${renderInlines(content, options)}</p>`,
  );
}
