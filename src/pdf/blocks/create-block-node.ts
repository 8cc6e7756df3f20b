import type { Block } from '../../model/blocks/block.js';
import type { OfKind } from '../../model/of-kind.js';
import type { Theme } from '../../model/theme.js';
import type { PdfNode } from '../nodes/pdf-node.js';
import { createFigureNode } from './figure.js';
import { createPageNoteNode } from './footnote.js';
import { createHeadingNode } from './heading.js';
import { createKeyFiguresNode } from './key-figures.js';
import { createListNode } from './list.js';
import { createNoteNode } from './note.js';
import { createParagraphNode } from './paragraph.js';
import { createQuoteNode } from './quote.js';
import { createPictureNode } from './picture.js';
import { createTableNode } from './table.js';

type Handler<Kind extends Block['kind']> = (block: OfKind<Block, Kind>, theme: Theme) => PdfNode;

/** One handler for each kind of block. A kind without a handler does not compile. */
const HANDLERS: { [Kind in Block['kind']]: Handler<Kind> } = {
  heading: createHeadingNode,
  paragraph: createParagraphNode,
  list: createListNode,
  table: createTableNode,
  chart: createFigureNode,
  diagram: createFigureNode,
  picture: createPictureNode,
  note: createNoteNode,
  quote: createQuoteNode,
  'key-figures': createKeyFiguresNode,
  footnote: createPageNoteNode,
};

export function createBlockNode<Kind extends Block['kind']>(
  block: OfKind<Block, Kind>,
  theme: Theme,
): PdfNode {
  return HANDLERS[block.kind](block, theme);
}
