import type { Inline } from '../model/inline.js';
import { makeElement, markup, type Html } from '../markup/markup.js';
import { figureMark, type Tracing } from './trace.js';

/** A run of text. A reference that leads nowhere is struck out: only a preview shows such a paper. */
export function inlineHtml(content: readonly Inline[], tracing: Tracing): Html {
  return markup`${content.map((inline) => oneInline(inline, tracing))}`;
}

function oneInline(inline: Inline, tracing: Tracing): Html {
  switch (inline.kind) {
    case 'text':
      return markup`${inline.text}`;
    case 'emphasis':
      return markup`<em>${inlineHtml(inline.content, tracing)}</em>`;
    case 'strong':
      return markup`<strong>${inlineHtml(inline.content, tracing)}</strong>`;
    case 'break':
      return markup`<br>`;
    case 'link':
      return markup`<a href="${inline.url}">${inlineHtml(inline.content, tracing)}</a>`;
    case 'reference':
      return inline.target === null
        ? markup`<strong><s>${inline.text}</s></strong>`
        : markup`<a href="#${inline.target}">${inline.text}</a>`;
    case 'value':
      return tracing.trace && inline.figure
        ? makeElement('span', figureMark(inline.figure), inline.text)
        : markup`${inline.text}`;
    case 'term':
      return markup`${inline.expansion} (${inline.text})`;
  }
}
