import type { Heading } from '../../model/blocks/heading.js';
import { toPlainText } from '../../model/inline.js';
import { formatSectionLabel, type Section } from '../../model/section.js';
import type { Theme } from '../../model/theme.js';
import { createBlockNode } from '../blocks/create-block-node.js';
import { createHeadingNode } from '../blocks/heading.js';
import type { Bookmark, PdfNode, TextNode } from './pdf-node.js';
import { usePlainSpaces } from '../text/use-plain-spaces.js';

interface SectionPosition {
  isAppendix: boolean;
  isOnNewPage: boolean;
}

/** Returns a section's heading and blocks. */
export function createSectionNodes(section: Section, position: SectionPosition, theme: Theme): PdfNode[] {
  return [
    createSectionHeading(section, position, theme),
    ...section.blocks.map((block, index) =>
      block.kind === 'heading'
        ? createSubheading(block, section, index, theme)
        : createBlockNode(block, theme),
    ),
  ];
}

/** A heading that directly follows another one moves closer to it. */
function createSubheading(
  block: Heading,
  { anchor, blocks }: Section,
  index: number,
  theme: Theme,
): TextNode {
  const node = createHeadingNode(block, theme);
  const { following } = theme.layout.headings.above;
  const [left, above, right, below] = node.margin ?? [0, 0, 0, 0];
  const isFollowing = (blocks[index - 1]?.kind ?? 'heading') === 'heading';
  return {
    ...node,
    ...createBookmark(block.anchor, toPlainText(block.content), anchor),
    margin: [left, isFollowing ? Math.min(above, following) : above, right, below],
  };
}

/** A section's letter hangs in the margin. An appendix has its label in the text, on the edge of other headings. */
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
    margin: [hang, above, 0, below],
    ...(isHanging && { hang }),
    keepWithNext: true,
    breakAbove: isOnNewPage ? 'always' : 'welcome',
    ...(isAppendix ? { stopsFloats: true } : { startsSection: true }),
    tag: { role: 'H2' },
    ...createBookmark(anchor, `${label}${title}`, null),
  };
}

function createBookmark(anchor: string, text: string, parent: string | null): Bookmark {
  return {
    id: anchor,
    outline: true,
    outlineText: usePlainSpaces(text),
    ...(parent !== null && { outlineParentId: parent }),
  };
}
