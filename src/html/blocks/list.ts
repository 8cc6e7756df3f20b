import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { List } from '../../model/blocks/list.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderInlines } from '../render-inlines.js';

/** The element of each style of list, and its `type` attribute. */
const STYLES: Record<List['style'], { element: 'ol' | 'ul'; type: string | null }> = {
  bullet: { element: 'ul', type: null },
  decimal: { element: 'ol', type: null },
  'lower-alpha': { element: 'ol', type: 'a' },
  'lower-roman': { element: 'ol', type: 'i' },
};

export function renderList({ style, start, items, place }: List, options: HtmlOptions): Html {
  const { element, type } = STYLES[style];
  const hasStart = element === 'ol' && start !== 1;
  return makeElement(
    element,
    { type, start: hasStart ? start : null, ...getPlaceAttribute(place, options) },
    items.map((item) => renderItem(item, options)),
  );
}

function renderItem({ content, lists }: List['items'][number], options: HtmlOptions): Html {
  const nested = lists.map((list) => renderList(list, options));
  return markup`\n<li>${renderInlines(content, options)}${nested}</li>`;
}
