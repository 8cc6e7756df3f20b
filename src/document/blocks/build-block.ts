import type { Block } from '../../model/blocks/block.js';
import { mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import type { BlockNode } from '../markdown-support.js';
import type { BlockContext } from './block-context.js';
import { buildHeading } from './heading.js';
import { buildList } from './list.js';
import { buildParagraph } from './paragraph.js';
import { buildQuotation } from './quotation.js';
import { buildPicture } from './picture.js';
import { buildWordTable } from './word-table.js';

/** Builds the blocks of one Markdown node. */
export function buildBlock(node: BlockNode, context: BlockContext): Checked<Block[]> {
  switch (node.type) {
    case 'heading':
      return mapChecked(buildHeading(node, context), (heading) => [heading]);
    case 'paragraph':
      return buildParagraph(node, context);
    case 'list':
      return mapChecked(buildList(node, context), (list) => [list]);
    case 'blockquote':
      return buildQuotation(node, context);
    case 'picture':
      return buildPicture(node, context);
    case 'table':
      return mapChecked(buildWordTable(node, context), (table) => [table]);
    default:
      return node satisfies never;
  }
}
