import type { Document } from '../../model/document.js';
import { findContentsSection } from '../../model/find-contents-section.js';
import { isMeetingInHeader } from '../../model/is-meeting-in-header.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { measureLetters } from '../text/letter-widths.js';
import { createContentsNodes } from './create-contents-nodes.js';
import { createHeaderBlock } from './create-header-block.js';
import { createLineNode } from './create-line-node.js';
import type { PdfNode } from './pdf-node.js';

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
    ...(findContentsSection(document) === null ? createContentsNodes(document, theme) : []),
  ];
}

/** The space between the texts of a line, in points. */
const MASTHEAD_GAP = 12;
/** The largest share of the width that the text on the right has. A longer one wraps. */
const LARGEST_SHARE = 0.6;
/** Room for letters that are wider in another typeface, so that a date does not wrap. */
const ROOM = 1.1;

/**
 * The date of the meeting stands beside the authority. If the header block has it, the committee stands there. The columns have fixed
 * widths, because pdfmake lets a long word stretch others.
 */
function createMasthead(document: Document, theme: Theme): PdfNode[] {
  const { masthead } = document;
  const { accent, soft } = theme.colours;
  const { size, below, rule } = theme.layout.masthead;
  const hasCommitteeBelow = !isMeetingInHeader(document);
  const right = hasCommitteeBelow ? masthead.meeting : masthead.committee;
  const room = computeTextWidth(theme) - MASTHEAD_GAP;
  const needed = measureLetters(right) * size * ROOM * theme.typeface.width;
  const width = Math.min(needed, room * LARGEST_SHARE);
  const line: PdfNode = {
    columns: [
      { text: masthead.authority, bold: true, color: accent, width: room - width },
      { text: right, alignment: 'right', color: soft, width },
    ],
    columnGap: MASTHEAD_GAP,
    margin: [0, 0, 0, hasCommitteeBelow ? 0 : below],
    fontSize: size,
  };
  const committee: PdfNode = {
    text: masthead.committee,
    color: soft,
    margin: [0, 0, 0, below],
    fontSize: size,
  };
  return [
    line,
    ...(hasCommitteeBelow ? [committee] : []),
    createLineNode(accent, rule, computeTextWidth(theme)),
  ];
}

function createChangesNote({ changes }: Document, { layout }: Theme): PdfNode[] {
  if (!changes) return [];
  const { size, above } = layout.changes;
  const text = [{ text: `${changes.title}: `, bold: true }, { text: changes.text }];
  return [{ text, fontSize: size, margin: [0, above, 0, 0] }];
}
