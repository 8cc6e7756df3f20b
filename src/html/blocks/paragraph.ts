import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Paragraph } from '../../model/blocks/paragraph.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderInlines } from '../render-inlines.js';

/** The number is part of the paragraph's text, so that readers hear, find and copy both together. */
export function renderParagraph({ number, anchor, content, place }: Paragraph, options: HtmlOptions): Html {
  const isHanging = number !== null;
  return makeElement(
    'p',
    { id: anchor, class: isHanging ? 'hanging' : null, ...getPlaceAttribute(place, options) },
    [isHanging ? markup`<span class="number">${number}. </span>` : null, renderInlines(content, options)],
  );
}
