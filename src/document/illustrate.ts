import type { Document } from '../model/document.js';
import type { Section } from '../model/section.js';
import type { Block } from '../model/blocks/block.js';
import type { Drawings } from '../model/drawing.js';

/** The document with its drawings, which are made beside it and put in when both are there. */
export function illustrate(document: Document, drawings: Drawings): Document {
  const section = (one: Section): Section => ({
    ...one,
    blocks: one.blocks.map((block) => illustrated(block, drawings)),
  });
  return {
    ...document,
    sections: document.sections.map(section),
    appendices: document.appendices.map(section),
  };
}

function illustrated(block: Block, { charts, diagrams }: Drawings): Block {
  if (block.kind === 'chart') return { ...block, drawing: charts[block.id] ?? block.drawing };
  if (block.kind === 'diagram') return { ...block, drawing: diagrams[block.id] ?? block.drawing };
  return block;
}
