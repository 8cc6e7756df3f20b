import type { Document } from '../../model/document.js';
import { isMeetingInHeader } from '../../model/is-meeting-in-header.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { createContentsNodes } from './create-contents-nodes.js';
import { createHeaderBlock } from './create-header-block.js';
import { createLineNode } from './create-line-node.js';
import type { PdfNode, TextNode } from './pdf-node.js';

/** Returns the front matter: masthead, title, header block, note on changes, and the contents list if it comes first. */
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
    ...(document.contentsAfter === undefined ? createContentsNodes(document, theme) : []),
  ];
}

/** The date of the meeting stands beside the authority. If the header block has it, the committee stands there. */
function createMasthead(document: Document, theme: Theme): PdfNode[] {
  const { masthead } = document;
  const { accent, soft } = theme.colours;
  const { size, below, rule } = theme.layout.masthead;
  const date: TextNode = { text: masthead.meeting, alignment: 'right', color: soft, width: 'auto' };
  const authority: TextNode = { text: masthead.authority, bold: true, color: accent };
  const committee: TextNode = { text: masthead.committee, color: soft };
  const lines: PdfNode[] = isMeetingInHeader(document)
    ? [
        {
          columns: [authority, { ...committee, alignment: 'right' }],
          margin: [0, 0, 0, below],
          fontSize: size,
        },
      ]
    : [
        { columns: [authority, date], fontSize: size },
        { ...committee, margin: [0, 0, 0, below], fontSize: size },
      ];
  return [...lines, createLineNode(accent, rule, computeTextWidth(theme))];
}

function createChangesNote({ changes }: Document, { layout }: Theme): PdfNode[] {
  if (!changes) return [];
  const { size, above } = layout.changes;
  const text = [{ text: `${changes.title}: `, bold: true }, { text: changes.text }];
  return [{ text, fontSize: size, margin: [0, above, 0, 0] }];
}
