import { listSections } from './list-sections.js';
import type { Document } from './document.js';
import { formatSectionName, type Section } from './section.js';
import { listInlineRuns, type Block } from './blocks/block.js';
import { toPlainText, walkInlines, type Inline } from './inline.js';
import type { Figure } from './figure.js';

/** One printing of a figure: the same figure printed twice stands in the list twice. */
export interface PrintedFigure {
  section: string;
  /** Of the paragraph, table, chart or diagram; of the section where it stands in neither; empty in the header block. */
  anchor: string;
  /** "paragraph 31", "Table 1"; empty in the header block. */
  location: string;
  /** The row and the column of a table or chart, where it stands in one. */
  row: string;
  column: string;
  text: string;
  figure: Figure;
}

/** Every figure that the paper prints, in reading order, with where it stands. */
export function listPrintedFigures(document: Document): PrintedFigure[] {
  const header = document.header.fields.flatMap(({ name, value }) =>
    figuresIn(value).map((found) => ({
      section: '',
      anchor: '',
      location: `header: ${name}`,
      row: '',
      column: '',
      ...found,
    })),
  );
  return [...header, ...listSections(document).flatMap(sectionFigures)];
}

function sectionFigures(section: Section): PrintedFigure[] {
  const name = formatSectionName(section);
  const outsideAll = { location: '', anchor: section.anchor };
  let paragraph = outsideAll; // a list belongs to the paragraph before it
  return section.blocks.flatMap((block) => {
    if (block.kind === 'heading') paragraph = outsideAll;
    if (block.kind === 'paragraph')
      paragraph = {
        location: block.number === null ? '' : `paragraph ${block.number}`,
        anchor: block.anchor,
      };
    const owner =
      'number' in block && block.kind !== 'paragraph'
        ? { location: block.number ?? 'table', anchor: block.anchor }
        : paragraph;
    return blockFigures(block).map((found) => ({ section: name, ...owner, ...found }));
  });
}

type Found = { text: string; figure: Figure };
type Located = Found & { row: string; column: string };

function blockFigures(block: Block): Located[] {
  if (block.kind === 'table') {
    const headings = block.columns.map(({ heading }) => toPlainText(heading));
    const rows = block.rows.flatMap(({ cells }) => rowFigures(cells, headings));
    return [...outside(block.title), ...rows, ...block.notes.flatMap(outside)];
  }
  if (block.kind === 'chart') {
    const headings = ['', ...block.dataColumns];
    const rows = block.data.flatMap(({ label, cells }) => rowFigures([label, ...cells], headings));
    return [...outside(block.title), ...outside(block.subtitle), ...rows, ...block.notes.flatMap(outside)];
  }
  return [...listInlineRuns(block)].flatMap(outside);
}

function outside(run: Inline[]): Located[] {
  return figuresIn(run).map((found) => ({ row: '', column: '', ...found }));
}

/** A row is named by the words before its first figure. Where columns repeat side by side, each repeat is a row of its own. */
function rowFigures(cells: Inline[][], headings: string[]): Located[] {
  let words: string[] = [];
  let named = false;
  return cells.flatMap((cell, index) => {
    if (headings[index] === headings[0]) [words, named] = [[], false];
    const found = figuresIn(cell);
    if (found.length > 0) named = true;
    else if (!named) words = [...words, toPlainText(cell)];
    return found.map((one) => ({ row: words.join(' '), column: headings[index] ?? '', ...one }));
  });
}

function figuresIn(run: Inline[]): Found[] {
  return [...walkInlines(run)].flatMap((inline) =>
    inline.kind === 'value' && inline.figure ? [{ text: inline.text, figure: inline.figure }] : [],
  );
}
