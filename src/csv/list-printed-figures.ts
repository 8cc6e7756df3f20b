import {
  blockRuns,
  plainText,
  walkInlines,
  type Block,
  type Document,
  type Inline,
  type Section,
} from '../model/document.js';
import type { Figure } from '../model/figure.js';

/** One printing of a figure: the same figure printed twice stands in the list twice. */
export interface PrintedFigure {
  section: string;
  /** "paragraph 31", "Table 1"; empty in the header block. */
  where: string;
  /** The row of a table or chart, where it stands in one. */
  row: string;
  text: string;
  figure: Figure;
}

/** Every figure that the paper prints, in reading order, with where it stands. */
export function listPrintedFigures(document: Document): PrintedFigure[] {
  const header = document.header.fields.flatMap(({ name, value }) =>
    figuresIn(value).map((found) => ({ section: '', where: `header: ${name}`, row: '', ...found })),
  );
  return [...header, ...[...document.sections, ...document.appendices].flatMap(sectionFigures)];
}

function sectionFigures(section: Section): PrintedFigure[] {
  const name = [section.number, section.title].filter((part) => part !== null).join(' ');
  let paragraph = '';
  return section.blocks.flatMap((block) => {
    if (block.kind === 'heading') paragraph = '';
    if (block.kind === 'paragraph') paragraph = block.number === null ? '' : `paragraph ${block.number}`;
    const owner = 'number' in block && block.kind !== 'paragraph' ? (block.number ?? 'table') : paragraph;
    return blockFigures(block).map((found) => ({ section: name, where: owner, ...found }));
  });
}

type Found = { text: string; figure: Figure };

function blockFigures(block: Block): (Found & { row: string })[] {
  if (block.kind === 'table')
    return [
      ...outside(block.title),
      ...block.rows.flatMap(({ cells }) => inRow(plainText(cells[0] ?? []), cells)),
      ...block.notes.flatMap(outside),
    ];
  if (block.kind === 'chart')
    return [
      ...outside(block.title),
      ...outside(block.subtitle),
      ...block.data.flatMap(({ label, cells }) => inRow(plainText(label), cells)),
      ...block.notes.flatMap(outside),
    ];
  return [...blockRuns(block)].flatMap(outside);
}

function outside(run: Inline[]): (Found & { row: string })[] {
  return inRow('', [run]);
}

function inRow(row: string, cells: Inline[][]): (Found & { row: string })[] {
  return cells.flatMap(figuresIn).map((found) => ({ row, ...found }));
}

function figuresIn(run: Inline[]): Found[] {
  return [...walkInlines(run)].flatMap((inline) =>
    inline.kind === 'value' && inline.figure ? [{ text: inline.text, figure: inline.figure }] : [],
  );
}
