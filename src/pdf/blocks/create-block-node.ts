import type { Block } from '../../model/blocks/block.js';
import type { Theme } from '../../model/theme.js';
import type { PdfNode } from '../nodes/pdf-node.js';
import { createFigureNode } from './figure.js';
import { createHeadingNode } from './heading.js';
import { createListNode } from './list.js';
import { createNoteNode } from './note.js';
import { createParagraphNode } from './paragraph.js';
import { createTableNode } from './table.js';

type Handler<K extends Block['kind']> = (block: Extract<Block, { kind: K }>, theme: Theme) => PdfNode;

/** One handler for each kind of block. A kind without a handler does not compile. */
const HANDLERS = {
  heading: createHeadingNode,
  paragraph: createParagraphNode,
  list: createListNode,
  table: createTableNode,
  chart: createFigureNode,
  diagram: createFigureNode,
  note: createNoteNode,
} satisfies { [K in Block['kind']]: Handler<K> };

/** Returns the node of a block. */
export function createBlockNode(block: Block, theme: Theme): PdfNode {
  // TypeScript cannot see that the handler under a kind accepts the block of that kind.
  const createNode = HANDLERS[block.kind] as Handler<Block['kind']>;
  return createNode(block, theme);
}
