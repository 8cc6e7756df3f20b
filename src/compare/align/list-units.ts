import { listSections } from '../../model/list-sections.js';
import type { Document } from '../../model/document.js';
import type { Section } from '../../model/section.js';
import type { List } from '../../model/blocks/list.js';
import { listInlineRuns, type Block } from '../../model/blocks/block.js';
import { listWords } from './list-words.js';
import type { Member } from './member.js';

/** A block of a paper with the lists that belong to it. */
export interface Unit extends Member {
  block: Block;
  /** The lists after a paragraph. */
  lists: List[];
  /** The index of the section. Appendices follow the sections. */
  section: number;
  anchor: string;
  number: string | null;
}

/** Lists the blocks of a paper in reading order. */
export function listUnits(document: Document): Unit[] {
  return listSections(document).flatMap((section, index) =>
    attachLists(section.blocks).map(({ block, lists }, at): Unit => ({
      block,
      lists,
      section: index,
      kind: block.kind,
      label: findLabel(block, section),
      group: String(index),
      words: [block, ...lists].flatMap((part) => listInlineRuns(part).flatMap(listWords)),
      isKnownByPlace: block.kind !== 'paragraph',
      anchor: 'anchor' in block ? block.anchor : `${section.anchor}-block-${at + 1}`,
      number: 'number' in block ? block.number : null,
    })),
  );
}

/** A list belongs to the paragraph before it. */
function attachLists(blocks: readonly Block[]): { block: Block; lists: List[] }[] {
  const units: { block: Block; lists: List[] }[] = [];
  for (const block of blocks) {
    const owner = units.at(-1);
    if (block.kind === 'list' && owner?.block.kind === 'paragraph') owner.lists.push(block);
    else units.push({ block, lists: [] });
  }
  return units;
}

/** Returns the author's label. A generated anchor depends on the block's number or words, so it is not a label. */
function findLabel(block: Block, section: Section): string | null {
  switch (block.kind) {
    case 'paragraph':
      return isGenerated(block.anchor, `${section.id}-p${block.number ?? ''}`) ? null : block.anchor;
    case 'table':
      return isGenerated(block.anchor, `${section.id}-table`) ? null : block.anchor;
    case 'chart':
    case 'diagram':
    case 'footnote':
      return block.anchor;
    case 'picture':
      return block.id;
    case 'heading':
    case 'list':
    case 'note':
    case 'quote':
    case 'key-figures':
      return null;
    default:
      return block satisfies never;
  }
}

function isGenerated(anchor: string, stem: string): boolean {
  return anchor === stem || (anchor.startsWith(`${stem}-`) && /^\d+$/.test(anchor.slice(stem.length + 1)));
}
