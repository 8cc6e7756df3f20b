import { groupBy } from '../../model/group-by.js';
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

/** The numbered paragraphs of a paper, by what a citation asks for. */
export interface Targets {
  /** In reading order. */
  list: readonly Target[];
  byNumber: ReadonlyMap<string, Target[]>;
  byBlock: ReadonlyMap<Block, Target>;
  /** The numbers of sections, and those above a number with points: "4" and "4.1" for "4.1.2". */
  above: ReadonlySet<string>;
  /** The first paragraph under each heading of several words, with its words between spaces. */
  subjects: readonly { words: string; target: Target }[];
}

/** Indexes the numbered paragraphs of a paper, so that a long paper takes no longer for each citation. */
export function indexTargets(paper: Pick<CheckableOutsidePaper, 'document'>): Targets {
  const list = listTargets(paper);
  const headings = new Map(list.toReversed().map((target) => [foldWords(target.heading), target]));
  return {
    list,
    byNumber: groupBy(list, ({ number }) => number),
    byBlock: new Map(list.flatMap((target) => target.blocks.map((block) => [block, target]))),
    above: new Set([
      ...listSections(paper.document).flatMap(({ number }) => number ?? []),
      ...paper.document.headingNumbers,
      ...list.flatMap(({ number }) => listAbove(number)),
    ]),
    subjects: [...headings]
      .filter(([words]) => words.trim().includes(' '))
      .map(([words, target]) => ({ words, target })),
  };
}

function listAbove(number: string): string[] {
  const parts = number.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** Returns the words of a text in lower case, with a space around each. */
export function foldWords(text: string): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${words.trim()} `;
}

/** Lists the numbered paragraphs of a paper, in reading order. */
function listTargets({ document }: Pick<CheckableOutsidePaper, 'document'>): Target[] {
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
      } else if (!document.loose.has(block)) current?.blocks.push(block);
    }
  }
  return targets;
}
