import type { Block } from './blocks/block.js';
import type { Paragraph } from './blocks/paragraph.js';
import type { Document } from './document.js';
import { listBlockFigures, listRunFigures, type FigureInBlock } from './list-block-figures.js';
import { listSections } from './list-sections.js';
import { formatSectionName, type Section } from './section.js';

/** One place where the paper prints a figure. A figure printed twice is in the list twice. */
export interface PrintedFigure extends FigureInBlock {
  section: string;
  /** The anchor of the paragraph, table, chart, diagram or picture, or else of the section. Empty in the header block. */
  anchor: string;
  /** "paragraph 31", "Table 1". Empty outside numbered items. */
  location: string;
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
