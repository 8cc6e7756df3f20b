import { Paragraph, type FileChild } from 'docx';
import type { Document } from '../../model/document.js';
import { formatSectionLabel } from '../../model/section.js';
import { makeElement } from '../element.js';
import { STYLES } from '../create-styles.js';
import { closeField, openField } from '../text/create-field.js';
import { removeUnprinted } from '../text/remove-unprinted.js';
import { createTextRun } from '../text/create-text-run.js';
import type { WordContext } from '../word-context.js';

/** The fewest sections and appendices of a paper with an automatic contents list, as on the HTML page. */
const FEWEST_SECTIONS = 6;

/** The sections, with links and without numbers of pages, which only Word knows. */
const INSTRUCTION = 'TOC \\o "1-1" \\n \\h \\z';

/** Returns the contents list: a field that lists the sections and appendices. Word can compute it again. */
export function createContents(document: Document, { bookmarks }: WordContext): FileChild[] {
  const { contents, contentsTitle, sections, appendices } = document;
  const entries = [
    ...sections.map((section) => ({ section, label: formatSectionLabel(section, false) })),
    ...appendices.map((section) => ({ section, label: formatSectionLabel(section, true) })),
  ].map(({ section: { anchor, title }, label }) => ({
    text: `${label}${title}`,
    bookmark: bookmarks.find(anchor),
  }));
  const isLong = entries.length >= FEWEST_SECTIONS;
  if (contents === false || entries.length === 0 || (contents === 'auto' && !isLong)) return [];
  return [
    new Paragraph({ style: STYLES.contentsTitle, text: removeUnprinted(contentsTitle) }),
    ...entries.map(({ text, bookmark }, index) => {
      const run = createTextRun(text);
      return new Paragraph({
        style: STYLES.contents,
        children: [
          ...(index === 0 ? openField(INSTRUCTION) : []),
          bookmark === null
            ? run
            : makeElement('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, [run]),
          ...(index === entries.length - 1 ? [closeField()] : []),
        ],
      });
    }),
  ];
}
