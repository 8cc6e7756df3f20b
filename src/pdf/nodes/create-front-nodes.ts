import type { Document } from '../../model/document.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { createContentsNodes } from './create-contents-nodes.js';
import { createHeaderBlock } from './create-header-block.js';
import { createLineNode } from './create-line-node.js';
import type { PdfNode } from './pdf-node.js';

/** Returns the front matter: masthead, title, header block, note on changes and contents list. */
export function createFrontNodes(document: Document, theme: Theme): PdfNode[] {
  const { above, below } = theme.layout.title;
  return [
    ...createMasthead(document, theme),
    {
      text: document.title,
      bold: true,
      tag: { role: 'H1' },
      fontSize: theme.headings.title,
      lineHeight: 1,
      color: theme.colours.ink,
      margin: [0, above, 0, below],
    },
    ...createHeaderBlock(document, theme),
    ...createChangesNote(document, theme),
    ...createContentsNodes(document, theme),
  ];
}

function createMasthead({ masthead }: Document, theme: Theme): PdfNode[] {
  const { accent, soft } = theme.colours;
  const { size, below, rule } = theme.layout.masthead;
  return [
    {
      columns: [
        { text: masthead.authority, bold: true, color: accent },
        { text: masthead.meeting, alignment: 'right', color: soft, width: 'auto' },
      ],
      fontSize: size,
    },
    { text: masthead.committee, fontSize: size, color: soft, margin: [0, 0, 0, below] },
    createLineNode(accent, rule, computeTextWidth(theme)),
  ];
}

function createChangesNote({ changes }: Document, { layout }: Theme): PdfNode[] {
  if (!changes) return [];
  const { size, above } = layout.changes;
  const text = [{ text: `${changes.title}: `, bold: true }, { text: changes.text }];
  return [{ text, fontSize: size, margin: [0, above, 0, 0] }];
}
