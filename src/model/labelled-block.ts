import type { Block } from './blocks/block.js';
import type { OfKind } from './of-kind.js';

/** The blocks that a reference can name. */
export type LabelledBlock = OfKind<Block, 'paragraph' | 'table' | 'chart' | 'diagram' | 'picture'>;

/** Returns true if a reference can name a block. */
export function isLabelledBlock(block: Block): block is LabelledBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'table':
    case 'chart':
    case 'diagram':
    case 'picture':
      return true;
    case 'heading':
    case 'list':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
      return false;
    default:
      return block satisfies never;
  }
}
