import type { Document } from './document.js';
import type { Block } from './blocks/block.js';

/** The sections and then the appendices: the order in which a paper is read. */
export function listSections<Section>(paper: { sections: Section[]; appendices: Section[] }): Section[] {
  return [...paper.sections, ...paper.appendices];
}

/** Every block of the paper, in the same order. */
export function listBlocks(document: Pick<Document, 'sections' | 'appendices'>): Block[] {
  return listSections(document).flatMap(({ blocks }) => blocks);
}
