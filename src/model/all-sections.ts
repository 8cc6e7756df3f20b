import type { Block, Document } from './document.js';

/** The sections and then the appendices: the order in which a paper is read. */
export function allSections<Section>(paper: { sections: Section[]; appendices: Section[] }): Section[] {
  return [...paper.sections, ...paper.appendices];
}

/** Every block of the paper, in the same order. */
export function allBlocks(document: Pick<Document, 'sections' | 'appendices'>): Block[] {
  return allSections(document).flatMap(({ blocks }) => blocks);
}
