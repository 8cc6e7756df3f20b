import type { Block } from './blocks/block.js';

/** Returns the blocks of a section in the order of the HTML page: footnotes are at the end. */
export function orderBlocks(blocks: readonly Block[]): Block[] {
  return [
    ...blocks.filter(({ kind }) => kind !== 'footnote'),
    ...blocks.filter(({ kind }) => kind === 'footnote'),
  ];
}
