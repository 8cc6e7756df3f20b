import { makeElement, type Html } from '../../markup/markup.js';
import type { Heading } from '../../model/blocks/heading.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderInlines } from '../render-inlines.js';

/** The paper's title is h1 and a section's heading h2, so the first level inside a section is h3. */
export function renderHeading({ level, anchor, content, place }: Heading, options: HtmlOptions): Html {
  return makeElement(
    `h${level + 2}`,
    { id: anchor, ...getPlaceAttribute(place, options) },
    renderInlines(content, options),
  );
}
