import type { Document } from '../../model/document.js';
import type { Theme } from '../../model/theme.js';
import { createFrontNodes } from './create-front-nodes.js';
import { createSectionNodes } from './create-section-nodes.js';
import type { PdfNode } from './pdf-node.js';

/** Returns the whole paper in reading order. Each PDF needs new nodes, because pdfmake changes them. */
export function createDocumentNodes(document: Document, theme: Theme): PdfNode[] {
  const { sections, appendices } = document;
  return withoutSpaceAtEnd([
    ...createFrontNodes(document, theme),
    ...sections.flatMap((section) =>
      createSectionNodes(section, { isAppendix: false, isOnNewPage: false }, theme),
    ),
    ...appendices.flatMap((section, index) =>
      createSectionNodes(section, { isAppendix: true, isOnNewPage: index === 0 }, theme),
    ),
  ]);
}

/** Removes the space under the last block, which could start an empty page. */
function withoutSpaceAtEnd(nodes: PdfNode[]): PdfNode[] {
  const last = nodes.at(-1);
  if (!last?.margin) return nodes;
  const [left, top, right] = last.margin;
  return [...nodes.slice(0, -1), { ...last, margin: [left, top, right, 0] }];
}
