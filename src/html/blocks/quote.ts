import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Quote } from '../../model/blocks/quote.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderInlines } from '../render-inlines.js';

export function renderQuote({ content, place }: Quote, options: HtmlOptions): Html {
  return makeElement(
    'blockquote',
    getPlaceAttribute(place, options),
    markup`<p>${renderInlines(content, options)}</p>`,
  );
}
