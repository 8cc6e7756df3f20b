import type { Document } from '../../model/document.js';
import { findContentsSection } from '../../model/find-contents-section.js';
import type { Theme } from '../../model/theme.js';
import { listSections } from '../../model/list-sections.js';
import { createContentsNodes } from './create-contents-nodes.js';
import { createFrontNodes } from './create-front-nodes.js';
import { createLineNode } from './create-line-node.js';
import { createSectionNodes } from './create-section-nodes.js';
import type { PdfNode } from './pdf-node.js';

/** Returns the whole paper in reading order. Each PDF needs new nodes, because pdfmake changes them. */
export function createDocumentNodes(document: Document, theme: Theme): PdfNode[] {
  const { sections, appendices } = document;
  const contentsSection = findContentsSection(document);
  return [
    ...createFootnoteRule(document, theme),
    ...createFrontNodes(document, theme),
    ...sections.flatMap((section) => [
      ...createSectionNodes(section, { isAppendix: false, isOnNewPage: false }, theme),
      ...(section.id === contentsSection ? createContentsNodes(document, theme) : []),
    ]),
    ...appendices.flatMap((section) =>
      createSectionNodes(section, { isAppendix: true, isOnNewPage: theme.layout.appendices.separate }, theme),
    ),
  ];
}

/** The length of the line above footnotes, in points. */
const RULE_LENGTH = 120;

/** Returns the line that each page with footnotes has above them. */
function createFootnoteRule(document: Document, theme: Theme): PdfNode[] {
  const hasFootnotes = listSections(document).some(({ blocks }) =>
    blocks.some(({ kind }) => kind === 'footnote'),
  );
  if (!hasFootnotes) return [];
  const { hang } = theme.text;
  const { above, below, rule } = theme.layout.footnotes;
  const line = createLineNode(theme.colours.rule, rule, RULE_LENGTH);
  return [{ ...line, margin: [hang, above, 0, below], isFootnoteRule: true }];
}
