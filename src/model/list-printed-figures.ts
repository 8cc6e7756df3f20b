import { listInlineRuns, type Block } from './blocks/block.js';
import type { Chart } from './blocks/chart.js';
import type { Paragraph } from './blocks/paragraph.js';
import { listFullHeadings, type Table } from './blocks/table.js';
import type { Document } from './document.js';
import type { Figure } from './figure.js';
import { toPlainText, walkInlines, type Inline } from './inline.js';
import { listSections } from './list-sections.js';
import { formatSectionName, type Section } from './section.js';

/** One place where the paper prints a figure. A figure printed twice is in the list twice. */
export interface PrintedFigure {
  section: string;
  /** The anchor of the paragraph, table, chart, diagram or picture, or else of the section. Empty in the header block. */
  anchor: string;
  /** "paragraph 31", "Table 1". Empty outside numbered items. */
  location: string;
  /** The heading of the row in a table or chart; otherwise empty. */
  row: string;
  /** The heading of the column in a table or chart; otherwise empty. */
  column: string;
  text: string;
  figure: Figure;
}

/** Lists every figure that the paper prints, in reading order. */
export function listPrintedFigures(document: Document): PrintedFigure[] {
  const header = document.header.fields.flatMap(({ name, value }) =>
    listRunFigures(value).map((printed) => ({
      section: '',
      anchor: '',
      location: `header: ${name}`,
      ...printed,
    })),
  );
  return [...header, ...listSections(document).flatMap(listSectionFigures)];
}

type Owner = Pick<PrintedFigure, 'location' | 'anchor'>;
type FigureInBlock = Omit<PrintedFigure, 'section' | keyof Owner>;

function listSectionFigures(section: Section): PrintedFigure[] {
  const name = formatSectionName(section);
  const sectionOwner: Owner = { location: '', anchor: section.anchor };
  let paragraph = sectionOwner;
  return section.blocks.flatMap((block) => {
    if (block.kind === 'heading') paragraph = sectionOwner;
    if (block.kind === 'paragraph') paragraph = makeParagraphOwner(block);
    const owner = findOwner(block, paragraph);
    return listBlockFigures(block).map((printed) => ({ section: name, ...owner, ...printed }));
  });
}

function makeParagraphOwner({ number, anchor }: Paragraph): Owner {
  return { location: number === null ? '' : `paragraph ${number}`, anchor };
}

/** Finds the item that a block's figures are printed in. Lists and notes belong to the paragraph before them. */
function findOwner(block: Block, paragraph: Owner): Owner {
  switch (block.kind) {
    case 'table':
    case 'chart':
    case 'diagram':
    case 'picture':
      return { location: block.number ?? 'table', anchor: block.anchor };
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
      return paragraph;
    default:
      return block satisfies never;
  }
}

function listBlockFigures(block: Block): FigureInBlock[] {
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

function listRunFigures(run: Inline[]): FigureInBlock[] {
  return [...walkInlines(run)].flatMap((inline) =>
    inline.kind === 'value' && inline.figure
      ? [{ row: '', column: '', text: inline.text, figure: inline.figure }]
      : [],
  );
}
