import type { Heading } from '../../model/blocks/heading.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { TextNode } from '../nodes/pdf-node.js';

/** The title is H1 and a section's heading is H2. */
const ROLES = { 1: 'H3', 2: 'H4', 3: 'H5' } as const;

export function createHeadingNode({ level, content }: Heading, theme: Theme): TextNode {
  const { above, below, leading, second, third } = theme.layout.headings;
  const { scale, space } = {
    1: { scale: 1, space: above.first },
    2: { scale: second, space: above.second },
    3: { scale: third, space: above.third },
  }[level];
  return {
    text: createTextRuns(content, theme),
    bold: true,
    italics: level === 3,
    fontSize: theme.headings.sub * scale,
    lineHeight: leading,
    color: theme.colours.ink,
    margin: [theme.text.hang, space, 0, below],
    tag: { role: ROLES[level] },
    keepWithNext: true,
    breakAbove: 'welcome',
  };
}
