import { listInlineRuns, type Block } from './blocks/block.js';
import type { Chart } from './blocks/chart.js';
import { listFullHeadings, type Table } from './blocks/table.js';
import type { Figure } from './figure.js';
import { toPlainText, walkInlines, type Inline } from './inline.js';

/** One place where a block prints a figure. */
export interface FigureInBlock {
  /** The heading of the row in a table or chart; otherwise empty. */
  row: string;
  /** The heading of the column in a table or chart; otherwise empty. */
  column: string;
  text: string;
  figure: Figure;
}

/** Lists every figure that a block prints, in reading order. */
export function listBlockFigures(block: Block): FigureInBlock[] {
  switch (block.kind) {
    case 'table':
      return listTableFigures(block);
    case 'chart':
      return listChartFigures(block);
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'diagram':
    case 'picture':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
      return listInlineRuns(block).flatMap(listRunFigures);
    default:
      return block satisfies never;
  }
}

function listTableFigures(table: Table): FigureInBlock[] {
  const { title, rows, notes } = table;
  const headings = listFullHeadings(table).map(toPlainText);
  const inRows = rows.flatMap(({ cells }) => listRowFigures(cells, headings));
  return [...listRunFigures(title), ...inRows, ...notes.flatMap(listRunFigures)];
}

function listChartFigures({ title, subtitle, data, dataColumns, notes }: Chart): FigureInBlock[] {
  const headings = ['', ...dataColumns];
  const inRows = data.flatMap(({ label, cells }) => listRowFigures([label, ...cells], headings));
  return [...[title, subtitle].flatMap(listRunFigures), ...inRows, ...notes.flatMap(listRunFigures)];
}

/**
 * Lists a row's figures. The words before the first figure name the row. A heading equal to the first one
 * starts a second table in the same row, with its own name.
 */
function listRowFigures(cells: Inline[][], headings: string[]): FigureInBlock[] {
  let words: string[] = [];
  let isNamed = false;
  return cells.flatMap((cell, index) => {
    if (headings[index] === headings[0]) [words, isNamed] = [[], false];
    const figures = listRunFigures(cell);
    if (figures.length > 0) isNamed = true;
    else if (!isNamed) words = [...words, toPlainText(cell)];
    return figures.map((printed) => ({ ...printed, row: words.join(' '), column: headings[index] ?? '' }));
  });
}

/** Lists the figures in a run of text. */
export function listRunFigures(run: Inline[]): FigureInBlock[] {
  return [...walkInlines(run)].flatMap((inline) =>
    inline.kind === 'value' && inline.figure
      ? [{ row: '', column: '', text: inline.text, figure: inline.figure }]
      : [],
  );
}
