import { formatSectionLabel, type Section } from '../model/section.js';
import { blockHtml } from './block-html.js';
import { makeElement, markup, type Html } from '../markup/markup.js';
import { placeMark, type Tracing } from './trace.js';

/** A section under its heading. A letter hangs in the margin as a paragraph's number does; an appendix is named in full. */
export function sectionHtml(section: Section, appendix: boolean, tracing: Tracing): Html {
  const { anchor, number, title, blocks, place } = section;
  const hanging = number !== null && !appendix;
  const label = formatSectionLabel(section, appendix);
  const heading = makeElement(
    'h2',
    { id: anchor, class: hanging ? 'hanging' : null, ...placeMark(place, tracing) },
    [hanging ? markup`<span class="number">${label}</span>` : label, title],
  );
  const content = [heading, ...blocks.map((block) => blockHtml(block, tracing))];
  const lines = content.map((one) => markup`\n${one}`);
  return markup`${makeElement('section', { class: appendix ? 'appendix' : null }, markup`${lines}\n`)}\n`;
}
