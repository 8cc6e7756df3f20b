import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Footnote } from '../../model/blocks/footnote.js';
import { makeReturnAnchor } from '../../model/make-return-anchor.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderInlines } from '../render-inlines.js';

/** Renders a footnote. Its number leads back to the text. */
export function renderFootnote({ number, anchor, content, place }: Footnote, options: HtmlOptions): Html {
  const back = makeElement(
    'a',
    {
      href: `#${makeReturnAnchor(anchor)}`,
      role: 'doc-backlink',
      'aria-label': `Back to the text: footnote ${number}`,
    },
    number,
  );
  return makeElement(
    'div',
    { id: anchor, class: 'footnote', role: 'note', ...getPlaceAttribute(place, options) },
    markup`<p>${back} ${renderInlines(content, options)}</p>`,
  );
}
