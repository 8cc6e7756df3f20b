import { listSections } from '../../model/list-sections.js';
import type { Document } from '../../model/document.js';
import type { Section } from '../../model/section.js';
import type { List } from '../../model/blocks/list.js';
import { listInlineRuns, type Block } from '../../model/blocks/block.js';
import type { Inline } from '../../model/inline.js';
import type { Member } from './match-up.js';
import { tokens } from './tokens.js';

/** A block of a paper with the lists that belong to it. */
export interface Unit extends Member {
  block: Block;
  /** Of a paragraph: the lists after it. */
  lists: List[];
  /** The index of its section, appendices included. */
  section: number;
  anchor: string;
  number: string | null;
}

/** Every block of a paper in reading order. */
export function listUnits(document: Document): Unit[] {
  return listSections(document).flatMap((section, index) =>
    withLists(section.blocks).map(({ block, lists }, at) => ({
      block,
      lists,
      section: index,
      kind: block.kind,
      label: labelOf(block, section),
      group: String(index),
      words: [block, ...lists].flatMap(wordsOf),
      knownByPlace: block.kind !== 'paragraph',
      anchor: 'anchor' in block ? block.anchor : `${section.anchor}-block-${at + 1}`,
      number: 'number' in block ? block.number : null,
    })),
  );
}

/** A list belongs to the paragraph before it. */
function withLists(blocks: readonly Block[]): { block: Block; lists: List[] }[] {
  const units: { block: Block; lists: List[] }[] = [];
  for (const block of blocks) {
    const owner = units.at(-1);
    if (block.kind === 'list' && owner?.block.kind === 'paragraph') owner.lists.push(block);
    else units.push({ block, lists: [] });
  }
  return units;
}

/** The label that an author gave. An anchor made of a section and a number, or of a heading's words, is none. */
function labelOf(block: Block, section: Section): string | null {
  switch (block.kind) {
    case 'paragraph':
      return isMade(block.anchor, `${section.id}-p${block.number ?? ''}`) ? null : block.anchor;
    case 'table':
      return isMade(block.anchor, `${section.id}-table`) ? null : block.anchor;
    case 'chart':
    case 'diagram':
      return block.anchor;
    default:
      return null;
  }
}

function isMade(anchor: string, stem: string): boolean {
  return anchor === stem || (anchor.startsWith(`${stem}-`) && /^\d+$/.test(anchor.slice(stem.length + 1)));
}

function wordsOf(block: Block): string[] {
  const runs: Inline[][] = [...listInlineRuns(block)];
  return runs.flatMap(runWords);
}

/** A run's words for finding its counterpart: before that is known, one reference is like another. */
export function runWords(run: readonly Inline[]): string[] {
  return tokens(run, (anchor) => (/-note-\d+$/.test(anchor) ? null : '')).map(({ key }) => key);
}

/** The words of a text of ours. */
export function textWords(text: string): string[] {
  return runWords([{ kind: 'text', text }]);
}
