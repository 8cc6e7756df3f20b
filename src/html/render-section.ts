import { makeElement, markup, type Html } from '../markup/markup.js';
import { formatSectionLabel, type Section } from '../model/section.js';
import { getPlaceAttribute, type HtmlOptions } from './html-options.js';
import { orderBlocks } from '../model/order-blocks.js';
import { renderBlock } from './render-block.js';

/** Renders a section. Its number hangs in the margin like the number of a paragraph; an appendix has its full name. */
export function renderSection(section: Section, isAppendix: boolean, options: HtmlOptions): Html {
  const blocks = orderBlocks(section.blocks).map((block) => renderBlock(block, options));
  const lines = [renderHeading(section, isAppendix, options), ...blocks].map((line) => markup`\n${line}`);
  const attributes = { class: isAppendix ? 'appendix' : null };
  return markup`${makeElement('section', attributes, markup`${lines}\n`)}\n`;
}

function renderHeading(section: Section, isAppendix: boolean, options: HtmlOptions): Html {
  const { anchor, number, title, place } = section;
  const isHanging = number !== null && !isAppendix;
  const label = formatSectionLabel(section, isAppendix);
  return makeElement(
    'h2',
    { id: anchor, class: isHanging ? 'hanging' : null, ...getPlaceAttribute(place, options) },
    [isHanging ? markup`<span class="number">${label}</span>` : label, title],
  );
}
