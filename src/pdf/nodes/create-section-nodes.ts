import { toPlainText } from '../../model/inline.js';
import { formatSectionLabel, type Section } from '../../model/section.js';
import type { Theme } from '../../model/theme.js';
import { createBlockNode } from '../blocks/create-block-node.js';
import type { Bookmark, ContentsEntry, PdfNode, TextNode } from './pdf-node.js';

interface SectionPosition {
  isAppendix: boolean;
  isOnNewPage: boolean;
}

/** Returns a section's heading and blocks. */
export function createSectionNodes(section: Section, position: SectionPosition, theme: Theme): PdfNode[] {
  return [
    createSectionHeading(section, position, theme),
    ...section.blocks.map((block) =>
      block.kind === 'heading'
        ? {
            ...createBlockNode(block, theme),
            ...createBookmark(block.anchor, toPlainText(block.content), section.anchor),
            ...(block.level === 1 && createContentsEntry(2, theme)),
          }
        : createBlockNode(block, theme),
    ),
  ];
}

/** A section's letter hangs in the margin. An appendix has its label in the text. */
function createSectionHeading(
  section: Section,
  { isAppendix, isOnNewPage }: SectionPosition,
  theme: Theme,
): TextNode {
  const { hang } = theme.text;
  const { above, below } = theme.layout.sections;
  const { anchor, number, title } = section;
  const isHanging = number !== null && !isAppendix;
  const label = formatSectionLabel(section, isAppendix);
  return {
    text: isHanging ? [{ text: label }, { text: title }] : `${label}${title}`,
    bold: true,
    fontSize: theme.headings.section,
    lineHeight: 1,
    color: theme.colours.accent,
    margin: [isAppendix ? 0 : hang, above, 0, below],
    ...(isHanging && { hang }),
    keepWithNext: true,
    breakAbove: isOnNewPage ? 'always' : 'welcome',
    ...(isAppendix ? { stopsFloats: true } : { startsSection: true }),
    tag: { role: 'H2' },
    ...createBookmark(anchor, `${label}${title}`, null),
    ...createContentsEntry(1, theme),
  };
}

function createBookmark(anchor: string, text: string, parent: string | null): Bookmark {
  return {
    id: anchor,
    outline: true,
    outlineText: text,
    ...(parent !== null && { outlineParentId: parent }),
  };
}

function createContentsEntry(level: 1 | 2, { text, colours, layout }: Theme): ContentsEntry {
  const isSection = level === 1;
  const { larger, indent, gap } = layout.contents;
  return {
    tocItem: true,
    tocStyle: {
      bold: isSection,
      fontSize: text.small + (isSection ? larger : 0),
      color: isSection ? colours.ink : colours.soft,
      lineHeight: 1,
    },
    tocNumberStyle: { bold: false, fontSize: text.small, color: colours.soft, lineHeight: 1 },
    tocMargin: [isSection ? 0 : indent, isSection ? gap : 0, 0, 0],
  };
}
