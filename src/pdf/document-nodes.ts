import type { Document } from '../model/document.js';
import { formatSectionLabel, type Section } from '../model/section.js';
import { toPlainText } from '../model/inline.js';
import type { Theme } from '../model/theme.js';
import { blockNode } from './block-nodes.js';
import { frontNodes } from './front-nodes.js';
import type { PdfNode } from './node.js';

/** The whole paper as pdfmake nodes, in reading order. Made anew for each PDF, since pdfmake alters them. */
export function documentNodes(document: Document, theme: Theme): PdfNode[] {
  return [
    ...frontNodes(document, theme),
    ...document.sections.flatMap((section) => [
      sectionHeading(section, { appendix: false, newPage: false }, theme),
      ...sectionNodes(section, theme),
    ]),
    ...document.appendices.flatMap((section, index) => [
      sectionHeading(section, { appendix: true, newPage: index === 0 }, theme),
      ...sectionNodes(section, theme),
    ]),
  ];
}

function sectionNodes(section: Section, theme: Theme): PdfNode[] {
  return section.blocks.map((block) =>
    block.kind === 'heading'
      ? {
          ...blockNode(block, theme),
          ...bookmark(block.anchor, toPlainText(block.content), section.anchor),
          ...(block.level === 1 && contentsLine(2, theme)),
        }
      : blockNode(block, theme),
  );
}

/** A section's letter hangs in the margin; an appendix is named in full, and the first begins a page. */
function sectionHeading(
  section: Section,
  { appendix, newPage }: { appendix: boolean; newPage: boolean },
  theme: Theme,
): PdfNode {
  const { hang } = theme.text;
  const { anchor, number, title } = section;
  const hanging = number !== null && !appendix;
  const label = formatSectionLabel(section, appendix);
  return {
    text: hanging ? [{ text: label }, title] : `${label}${title}`,
    bold: true,
    fontSize: theme.headings.section,
    lineHeight: 1,
    color: theme.colours.accent,
    margin: [appendix ? 0 : hang, 20, 0, 7],
    ...(hanging && { hang }),
    ...(newPage && { pageBreak: 'before' }),
    keepWithNext: true,
    tag: { role: 'H2' },
    ...bookmark(anchor, `${label}${title}`, null),
    ...contentsLine(1, theme),
  };
}

function bookmark(anchor: string, text: string, parent: string | null): PdfNode {
  return {
    id: anchor,
    outline: true,
    outlineText: text,
    ...(parent !== null && { outlineParentId: parent }),
  };
}

/** How the heading is listed in the contents. */
function contentsLine(level: 1 | 2, theme: Theme): PdfNode {
  const first = level === 1;
  return {
    tocItem: true,
    tocStyle: {
      bold: first,
      fontSize: theme.text.small + (first ? 0.5 : 0),
      color: first ? theme.colours.ink : theme.colours.soft,
      lineHeight: 1,
    },
    tocNumberStyle: { bold: false, fontSize: theme.text.small, color: theme.colours.soft, lineHeight: 1 },
    tocMargin: [first ? 0 : 14, first ? 2 : 0, 0, 0],
  };
}
