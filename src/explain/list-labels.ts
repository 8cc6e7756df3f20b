import type { Block } from '../model/blocks/block.js';
import { listSections } from '../model/list-sections.js';
import type { OfKind } from '../model/of-kind.js';
import type { Section } from '../model/section.js';
import type { Explainable } from './explanation.js';

/** The blocks that a reference can name. */
export type LabelledBlock = OfKind<Block, 'paragraph' | 'table' | 'chart' | 'diagram'>;

/** Lists every label of the paper: sections, paragraphs, tables, charts and diagrams. */
export function listLabels({ document }: Pick<Explainable, 'document'>): string[] {
  return listSections(document).flatMap((section) => [
    section.anchor,
    ...listLabelledBlocks(section).map(({ anchor }) => anchor),
  ]);
}

/** Lists the blocks of a section that a reference can name. */
export function listLabelledBlocks({ blocks }: Section): LabelledBlock[] {
  return blocks.filter(isLabelled);
}

function isLabelled(block: Block): block is LabelledBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'table':
    case 'chart':
    case 'diagram':
      return true;
    case 'heading':
    case 'list':
    case 'note':
      return false;
    default:
      return block satisfies never;
  }
}
