import type { Heading as HeadingNode } from 'mdast';
import type { Heading } from '../../model/blocks/heading.js';
import type { Inline } from '../../model/inline.js';
import { mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import { getHeadingLevel } from '../number-schemes.js';
import { getBlockStart, renderBlockText, type BlockContext } from './block-context.js';

/** The number is part of the heading's words, so that contents list, bookmarks and headings agree. */
export function buildHeading(node: HeadingNode, context: BlockContext): Checked<Heading> {
  const { number, anchor, place } = getBlockStart(node, context);
  const prefix: Inline[] = number === null ? [] : [{ kind: 'text', text: `${number} ` }];
  return mapChecked(renderBlockText(node.children, context), (text) => ({
    kind: 'heading',
    level: getHeadingLevel(node.depth),
    anchor,
    content: [...prefix, ...text],
    place,
  }));
}
