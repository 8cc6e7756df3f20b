import type { Html } from '../markup/markup.js';
import type { Block } from '../model/blocks/block.js';
import type { OfKind } from '../model/of-kind.js';
import { renderChart } from './blocks/chart.js';
import { renderDiagram } from './blocks/diagram.js';
import { renderFootnote } from './blocks/footnote.js';
import { renderHeading } from './blocks/heading.js';
import { renderKeyFigures } from './blocks/key-figures.js';
import { renderList } from './blocks/list.js';
import { renderNote } from './blocks/note.js';
import { renderParagraph } from './blocks/paragraph.js';
import { renderQuote } from './blocks/quote.js';
import { renderPicture } from './blocks/picture.js';
import { renderTable } from './blocks/table.js';
import type { HtmlOptions } from './html-options.js';

type Handler<Kind extends Block['kind']> = (block: OfKind<Block, Kind>, options: HtmlOptions) => Html;

/** One handler for each kind of block. A new kind does not compile until it has one. */
const HANDLERS: { [Kind in Block['kind']]: Handler<Kind> } = {
  heading: renderHeading,
  paragraph: renderParagraph,
  list: renderList,
  table: renderTable,
  chart: renderChart,
  diagram: renderDiagram,
  picture: renderPicture,
  note: renderNote,
  quote: renderQuote,
  'key-figures': renderKeyFigures,
  footnote: renderFootnote,
};

export function renderBlock<Kind extends Block['kind']>(
  block: OfKind<Block, Kind>,
  options: HtmlOptions,
): Html {
  return HANDLERS[block.kind](block, options);
}
