import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { ComparedPart, ItemComparison, TextPart } from '../describe/comparison.js';
import { renderChart, renderDiagram, renderTable } from './render-exhibit.js';
import { renderOldNumber } from './render-old-number.js';
import { renderPicture } from './render-picture.js';
import { renderSpans } from './render-spans.js';

/** Renders a block with its changes. A removed block has no id: the new version may have another with the same anchor. */
export function renderPart(part: ComparedPart): Html {
  switch (part.kind) {
    case 'table':
      return renderTable(part);
    case 'chart':
      return renderChart(part);
    case 'diagram':
      return renderDiagram(part);
    case 'picture':
      return renderPicture(part);
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
    case 'list':
    case 'passage':
      return renderText(part, part.kind);
    default:
      return part satisfies never;
  }
}

function renderText(part: TextPart, kind: TextPart['kind']): Html {
  const content = renderSpans(part.text);
  const id = part.after?.anchor ?? null;
  switch (kind) {
    case 'heading':
      return makeElement(`h${part.level + 2}`, { id }, content);
    case 'list':
    case 'key-figures':
      return makeElement('div', { id }, renderItems(part.items));
    case 'passage':
      return makeElement('p', { id }, content);
    case 'note':
      return makeElement('div', { id, role: 'note' }, markup`<p>${content}</p>`);
    case 'quote':
      return makeElement('blockquote', { id }, markup`<p>${content}</p>`);
    case 'footnote':
      return makeElement('div', { id, role: 'note' }, markup`<p>${renderNumber(part)}${content}</p>`);
    case 'paragraph':
      return markup`${makeElement('p', { id }, [renderNumber(part), content])}${renderItems(part.items)}`;
    default:
      return kind satisfies never;
  }
}

function renderNumber(part: TextPart): Html | null {
  const number = (part.after ?? part.before)?.number ?? null;
  if (number === null) return null;
  return markup`<span class="number">${number}.${renderOldNumber(part)}</span> `;
}

/** Renders items as nested lists. An item's nested items follow it and have a greater depth. */
function renderItems(items: readonly ItemComparison[]): Html | null {
  const [first] = items;
  if (!first) return null;
  const starts = items.flatMap(({ depth }, index) => (depth <= first.depth ? [index] : []));
  const entries = starts.map((start, index) => renderItem(items.slice(start, starts[index + 1])));
  return markup`\n<ul>${entries}\n</ul>`;
}

function renderItem([item, ...nested]: readonly ItemComparison[]): Html | null {
  if (!item) return null;
  const tag = item.how.includes('moved') ? markup`<span class="tag">moved</span> ` : null;
  const marker = markup`<span class="marker">${item.marker}</span> `;
  return markup`\n<li>${marker}${tag}${renderSpans(item.text)}${renderItems(nested)}</li>`;
}
