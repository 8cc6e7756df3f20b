import type { FileChild } from 'docx';
import type { Block } from '../model/blocks/block.js';
import type { OfKind } from '../model/of-kind.js';
import { createChart } from './blocks/chart.js';
import { createDiagram } from './blocks/diagram.js';
import { createHeading } from './blocks/heading.js';
import { createKeyFigures } from './blocks/key-figures.js';
import { createList } from './blocks/list.js';
import { createNote } from './blocks/note.js';
import { createParagraph } from './blocks/paragraph.js';
import { createPicture } from './blocks/picture.js';
import { createQuote } from './blocks/quote.js';
import { createTable } from './blocks/table.js';
import type { WordContext } from './word-context.js';

type Handler<Kind extends Block['kind']> = (block: OfKind<Block, Kind>, context: WordContext) => FileChild[];

/** One handler for each kind of block. A kind without a handler does not compile. */
const HANDLERS: { [Kind in Block['kind']]: Handler<Kind> } = {
  heading: createHeading,
  paragraph: createParagraph,
  list: createList,
  table: createTable,
  chart: createChart,
  diagram: createDiagram,
  picture: createPicture,
  note: createNote,
  quote: createQuote,
  'key-figures': createKeyFigures,
  footnote: () => [], // Word keeps the texts of footnotes apart
};

export function renderBlock<Kind extends Block['kind']>(
  block: OfKind<Block, Kind>,
  context: WordContext,
): FileChild[] {
  return HANDLERS[block.kind](block, context);
}
