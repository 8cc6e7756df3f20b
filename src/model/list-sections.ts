import type { Block } from './blocks/block.js';
import type { Document } from './document.js';

/** Lists the sections and then the appendices, in reading order. */
export function listSections<Section>(paper: { sections: Section[]; appendices: Section[] }): Section[] {
  return [...paper.sections, ...paper.appendices];
}

/** Lists every block of the paper, in reading order. */
export function listBlocks(document: Pick<Document, 'sections' | 'appendices'>): Block[] {
  return listSections(document).flatMap(({ blocks }) => blocks);
}
