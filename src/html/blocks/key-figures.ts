import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { KeyFigure, KeyFigures } from '../../model/blocks/key-figures.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderInlines } from '../render-inlines.js';

/** Renders a row of large numbers as a list. */
export function renderKeyFigures({ items, place }: KeyFigures, options: HtmlOptions): Html {
  return makeElement(
    'ul',
    // Some screen readers do not announce a list without bullets, unless it has the role.
    { class: 'key-figures', role: 'list', ...getPlaceAttribute(place, options) },
    items.map((item) => renderItem(item, options)),
  );
}

function renderItem({ value, label, detail }: KeyFigure, options: HtmlOptions): Html {
  const parts = [
    markup`<p class="value">${renderInlines(value, options)}</p>`,
    markup`<p class="label">${renderInlines(label, options)}</p>`,
    detail.length > 0 ? markup`<p class="detail">${renderInlines(detail, options)}</p>` : null,
  ];
  return markup`\n<li>${parts}</li>`;
}
