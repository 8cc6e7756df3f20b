import { makeElement, markup, type Html } from '../markup/markup.js';
import { renderPicture } from '../markup/render-picture.js';
import type { Chart } from '../model/blocks/chart.js';
import type { Diagram } from '../model/blocks/diagram.js';
import type { Inline } from '../model/inline.js';
import { getPlaceAttribute, type HtmlOptions } from './html-options.js';
import { renderCaption } from './render-caption.js';
import { renderInlines } from './render-inlines.js';
import { renderNotes } from './render-notes.js';
import { renderScrollArea } from './render-scroll-area.js';

/**
 * Renders a drawing with its caption, notes and source. The figure is named by its number alone: screen readers would say a
 * longer name and the caption. `details` has the same content for readers who cannot see it.
 */
export function renderDrawing(
  block: Chart | Diagram,
  { subtitle, source, details }: { subtitle: Inline[]; source: Html | null; details: Html },
  options: HtmlOptions,
): Html {
  const { anchor, number, notes, place } = block;
  const second =
    subtitle.length > 0 ? markup`<p class="subtitle">${renderInlines(subtitle, options)}</p>` : null;
  const picture = renderScrollArea({ 'aria-label': `${number}: drawing` }, renderPicture(block));
  return makeElement(
    'figure',
    { id: anchor, 'aria-label': number, ...getPlaceAttribute(place, options) },
    markup`
<figcaption><p>${renderCaption(block, options)}</p>${second}</figcaption>
${picture}${renderNotes(anchor, notes, options)}${source}
${details}
`,
  );
}
