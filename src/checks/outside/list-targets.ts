import { listSections } from '../../model/list-sections.js';
import type { Block } from '../../model/blocks/block.js';
import type { Section } from '../../model/section.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

/** A paragraph with its number. */
export interface Target {
  number: string;
  section: Section;
  /** The heading above it. Empty if there is none. */
  heading: string;
  /** Its own block, and those that belong to it: lists, notes, tables. */
  blocks: Block[];
  /** Its position in reading order. */
  index: number;
}

/** Lists the numbered paragraphs of a paper, in reading order. */
export function listTargets({ document }: Pick<CheckableOutsidePaper, 'document'>): Target[] {
  const targets: Target[] = [];
  for (const section of listSections(document)) {
    let heading = section.title;
    let current: Target | null = null;
    for (const block of section.blocks) {
      if (block.kind === 'heading') {
        heading = block.content.map((inline) => ('text' in inline ? inline.text : '')).join('');
        current = null;
      } else if (block.kind === 'paragraph' && block.number !== null) {
        current = { number: block.number, section, heading, blocks: [block], index: targets.length };
        targets.push(current);
      } else current?.blocks.push(block);
    }
  }
  return targets;
}
