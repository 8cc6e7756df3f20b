import type { Block } from '../model/blocks/block.js';
import type { Document } from '../model/document.js';
import type { Drawings } from '../model/drawing.js';
import type { Section } from '../model/section.js';

/** Puts the finished drawings into the document. They are made at the same time as the document. */
export function illustrate(document: Document, drawings: Drawings): Document {
  const illustrateSection = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.map((block) => illustrateBlock(block, drawings)),
  });
  return {
    ...document,
    sections: document.sections.map(illustrateSection),
    appendices: document.appendices.map(illustrateSection),
  };
}

function illustrateBlock(block: Block, { charts, diagrams }: Drawings): Block {
  switch (block.kind) {
    case 'chart':
      return { ...block, drawing: charts[block.id] ?? block.drawing };
    case 'diagram':
      return { ...block, drawing: diagrams[block.id] ?? block.drawing };
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'table':
    case 'picture':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
      return block;
    default:
      return block satisfies never;
  }
}
