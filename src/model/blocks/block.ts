import type { Inline } from '../inline.js';
import { listChartRuns, type Chart } from './chart.js';
import { listDiagramRuns, type Diagram } from './diagram.js';
import { listFootnoteRuns, type Footnote } from './footnote.js';
import { listHeadingRuns, type Heading } from './heading.js';
import { listKeyFigureRuns, type KeyFigures } from './key-figures.js';
import { listListRuns, type List } from './list.js';
import { listNoteRuns, type Note } from './note.js';
import { listParagraphRuns, type Paragraph } from './paragraph.js';
import { listPictureRuns, type Picture } from './picture.js';
import { listQuoteRuns, type Quote } from './quote.js';
import { listTableRuns, type Table } from './table.js';

/** The content of a section. The place of a table, chart or diagram is its definition, not where it is inserted. */
export type Block =
  Heading | Paragraph | List | Table | Chart | Diagram | Picture | Note | Quote | KeyFigures | Footnote;

/** Lists the runs of text in a block, in reading order. */
export function listInlineRuns(block: Block): Inline[][] {
  switch (block.kind) {
    case 'heading':
      return listHeadingRuns(block);
    case 'paragraph':
      return listParagraphRuns(block);
    case 'list':
      return listListRuns(block);
    case 'table':
      return listTableRuns(block);
    case 'chart':
      return listChartRuns(block);
    case 'diagram':
      return listDiagramRuns(block);
    case 'picture':
      return listPictureRuns(block);
    case 'note':
      return listNoteRuns(block);
    case 'quote':
      return listQuoteRuns(block);
    case 'key-figures':
      return listKeyFigureRuns(block);
    case 'footnote':
      return listFootnoteRuns(block);
    default:
      return block satisfies never;
  }
}
