import { Paragraph, Tab, TextRun, type FileChild } from 'docx';
import type { Document } from '../../model/document.js';
import { isMeetingInHeader } from '../../model/is-meeting-in-header.js';
import { computeTextWidth } from '../../model/theme.js';
import { createBorder } from '../blocks/borders.js';
import { STYLES } from '../create-styles.js';
import { createTextRun } from '../text/create-text-run.js';
import { toHex } from '../text/to-hex.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';
import { createHeaderBlock } from './create-header-block.js';

/** Returns the front matter: masthead, title, header block, and the note on changes. */
export function createFront(document: Document, context: WordContext): FileChild[] {
  return [
    ...createMasthead(document, context),
    new Paragraph({ heading: 'Title', children: [createTextRun(document.title)] }),
    ...createHeaderBlock(document, context),
    ...createChangesNote(document),
  ];
}

/** The date of the meeting stands beside the authority. If the header block has it, the committee stands there. */
function createMasthead(document: Document, { theme }: WordContext): Paragraph[] {
  const { authority, committee, meeting } = document.masthead;
  const hasCommitteeBelow = !isMeetingInHeader(document);
  const { below, rule } = theme.layout.masthead;
  const line = {
    border: { bottom: { ...createBorder(theme.colours.accent, rule), space: Math.round(below) } },
  };
  const right = hasCommitteeBelow ? meeting : committee;
  const first = new Paragraph({
    style: STYLES.authority,
    tabStops: [{ type: 'right', position: toTwips(computeTextWidth(theme)) }],
    ...(!hasCommitteeBelow && line),
    children: [
      createTextRun(authority),
      new TextRun({ children: [new Tab()] }),
      createTextRun(right, { bold: false, color: toHex(theme.colours.soft) }),
    ],
  });
  if (!hasCommitteeBelow) return [first];
  return [first, new Paragraph({ style: STYLES.committee, ...line, children: [createTextRun(committee)] })];
}

function createChangesNote({ changes }: Document): Paragraph[] {
  if (!changes) return [];
  const title = createTextRun(`${changes.title}: `, { bold: true });
  return [new Paragraph({ style: STYLES.changes, children: [title, createTextRun(changes.text)] })];
}
