import { markup, type Html } from '../markup/markup.js';
import type { Document } from '../model/document.js';
import { formatSectionLabel, type Section } from '../model/section.js';

/** The fewest sections and appendices of a page with an automatic contents list. */
const FEWEST_SECTIONS = 6;

/** Renders the contents list: the sections and appendices. */
export function renderContents({ contents, contentsTitle, sections, appendices }: Document): Html | null {
  const count = sections.length + appendices.length;
  if (contents === false || (contents === 'auto' && count < FEWEST_SECTIONS)) return null;
  const entries = [
    ...sections.map((section) => renderEntry(section, false)),
    ...appendices.map((appendix) => renderEntry(appendix, true)),
  ];
  return markup`<nav aria-labelledby="_contents">
<h2 id="_contents">${contentsTitle}</h2>
<ol>${entries}
</ol>
</nav>
`;
}

function renderEntry(section: Section, isAppendix: boolean): Html {
  const title = `${formatSectionLabel(section, isAppendix)}${section.title}`;
  return markup`\n<li><a href="#${section.anchor}">${title}</a></li>`;
}
