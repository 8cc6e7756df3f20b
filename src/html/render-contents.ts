import { markup, type Html } from '../markup/markup.js';
import type { Document } from '../model/document.js';
import { toPlainText } from '../model/inline.js';
import { formatSectionLabel, type Section } from '../model/section.js';

/** Renders the contents list: the sections, and the first level of headings in each. */
export function renderContents({ contentsTitle, sections, appendices }: Document): Html {
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
  const headings = section.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1
      ? [markup`\n<li><a href="#${block.anchor}">${toPlainText(block.content)}</a></li>`]
      : [],
  );
  const list = headings.length > 0 ? markup`\n<ol>${headings}\n</ol>` : null;
  const title = `${formatSectionLabel(section, isAppendix)}${section.title}`;
  return markup`\n<li><a href="#${section.anchor}">${title}</a>${list}</li>`;
}
