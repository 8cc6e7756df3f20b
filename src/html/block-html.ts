import type { Note } from '../model/blocks/note.js';
import type { List } from '../model/blocks/list.js';
import type { Paragraph } from '../model/blocks/paragraph.js';
import type { Heading } from '../model/blocks/heading.js';
import type { Block } from '../model/blocks/block.js';
import { drawingHtml } from './drawing-html.js';
import { inlineHtml } from './inline-html.js';
import { makeElement, markup, type Html } from '../markup/markup.js';
import { tableHtml } from './table-html.js';
import { placeMark, type Tracing } from './trace.js';

type Handler<B extends Block> = (block: B, tracing: Tracing) => Html;

/** One handler for each kind of block. A new kind does not compile until it has one. */
const HANDLERS: { [K in Block['kind']]: Handler<Extract<Block, { kind: K }>> } = {
  heading,
  paragraph,
  list,
  table: tableHtml,
  chart: drawingHtml,
  diagram: drawingHtml,
  note,
};

export function blockHtml(block: Block, tracing: Tracing): Html {
  return (HANDLERS[block.kind] as Handler<Block>)(block, tracing);
}

/** The title is h1 and a section's heading h2, so the first level below is h3. */
function heading({ level, anchor, content, place }: Heading, tracing: Tracing): Html {
  return makeElement(
    `h${level + 2}`,
    { id: anchor, ...placeMark(place, tracing) },
    inlineHtml(content, tracing),
  );
}

/** The number is text of the paragraph, so that both are read, found and copied as one. */
function paragraph({ number, anchor, content, place }: Paragraph, tracing: Tracing): Html {
  const hanging = number === null ? null : 'hanging';
  const label = number === null ? null : markup`<span class="number">${number}. </span>`;
  return makeElement('p', { id: anchor, class: hanging, ...placeMark(place, tracing) }, [
    label,
    inlineHtml(content, tracing),
  ]);
}

const TYPES = { bullet: null, decimal: null, 'lower-alpha': 'a', 'lower-roman': 'i' };

function list({ style, start, items, place }: List, tracing: Tracing): Html {
  const first = start === 1 ? null : start;
  return makeElement(
    style === 'bullet' ? 'ul' : 'ol',
    { type: TYPES[style], start: style === 'bullet' ? null : first, ...placeMark(place, tracing) },
    items.map(
      ({ content, lists }) =>
        markup`\n<li>${inlineHtml(content, tracing)}${lists.map((one) => list(one, tracing))}</li>`,
    ),
  );
}

function note({ content, place }: Note, tracing: Tracing): Html {
  return makeElement(
    'div',
    { role: 'note', ...placeMark(place, tracing) },
    markup`<p>${inlineHtml(content, tracing)}</p>`,
  );
}
