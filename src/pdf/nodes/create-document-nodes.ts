import type { Document } from '../../model/document.js';
import type { Theme } from '../../model/theme.js';
import { createFrontNodes } from './create-front-nodes.js';
import { createSectionNodes } from './create-section-nodes.js';
import type { PdfNode } from './pdf-node.js';

/** Returns the whole paper in reading order. Each PDF needs new nodes, because pdfmake changes them. */
export function createDocumentNodes(document: Document, theme: Theme): PdfNode[] {
  const { sections, appendices } = document;
  return [
    ...createFrontNodes(document, theme),
    ...sections.flatMap((section) =>
      createSectionNodes(section, { isAppendix: false, isOnNewPage: false }, theme),
    ),
    ...appendices.flatMap((section) =>
      createSectionNodes(section, { isAppendix: true, isOnNewPage: theme.layout.appendices.separate }, theme),
    ),
  ];
}
