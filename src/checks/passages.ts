import { listSections } from '../model/list-sections.js';
import type { Document } from '../model/document.js';
import type { Section } from '../model/section.js';
import type { List } from '../model/blocks/list.js';
import type { Block } from '../model/blocks/block.js';
import type { Inline } from '../model/inline.js';
import { findPlace } from '../model/origin.js';
import type { Place } from '../model/problem.js';

/** A run of text as it reads, with what each part of it is and where it was typed. */
export interface Passage {
  role: 'header' | 'heading' | 'paragraph' | 'item' | 'caption' | 'column' | 'cell' | 'note';
  text: string;
  parts: Part[];
  /** Null in the header block. */
  section: Section | null;
  block: Block | null;
}

/** A piece without markup: `from` is its offset in the passage's text. */
interface Part {
  from: number;
  inline: Leaf;
  italic: boolean;
  bold: boolean;
}

type Leaf = Exclude<Inline, { content: Inline[] }>;

/** Every run of text in the paper, in reading order. */
export function passagesOf(document: Document): Passage[] {
  const header = document.header.fields.map(({ value }) => passage('header', value, null, null));
  const sections = listSections(document).flatMap((section) =>
    section.blocks.flatMap((block) => runsOf(block).map(([role, run]) => passage(role, run, section, block))),
  );
  return [...header, ...sections].filter(({ text }) => text.trim() !== '');
}

type Run = [Passage['role'], Inline[]];

function runsOf(block: Block): Run[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [[block.kind, block.content]];
    case 'list':
      return items(block);
    case 'table':
      return [
        ['caption', block.title],
        ...block.columns.map(({ heading }): Run => ['column', heading]),
        ...block.rows.flatMap(({ cells }) => cells.map((cell): Run => ['cell', cell])),
        ...notes(block.notes),
      ];
    case 'chart':
      return [['caption', block.title], ['caption', block.subtitle], ...notes(block.notes)];
    case 'diagram':
      return [['caption', block.title], ...notes(block.notes)];
  }
}

function items(list: List): Run[] {
  return list.items.flatMap(({ content, lists }): Run[] => [['item', content], ...lists.flatMap(items)]);
}

function notes(runs: Inline[][]): Run[] {
  return runs.map((run) => ['note', run]);
}

function passage(
  role: Passage['role'],
  content: Inline[],
  section: Section | null,
  block: Block | null,
): Passage {
  const parts: Part[] = [];
  let text = '';
  const add = (inlines: Inline[], italic: boolean, bold: boolean): void => {
    for (const inline of inlines) {
      if ('content' in inline)
        add(inline.content, italic || inline.kind === 'emphasis', bold || inline.kind === 'strong');
      else {
        parts.push({ from: text.length, inline, italic, bold });
        text += textOf(inline);
      }
    }
  };
  add(content, false, false);
  return { role, text, parts, section, block };
}

function textOf(leaf: Leaf): string {
  if (leaf.kind === 'break') return ' ';
  return leaf.kind === 'term' ? `${leaf.expansion} (${leaf.text})` : leaf.text;
}

/** What stands at an offset of the passage's text. */
function partAt({ parts }: Passage, offset: number): Part | undefined {
  return parts.findLast(({ from }) => from <= offset);
}

/** Whether an author typed the character at an offset, and no figure, reference or sentence of the program's put it there. */
export function isTyped(passage: Passage, offset: number): boolean {
  const inline = partAt(passage, offset)?.inline;
  return inline?.kind === 'text' && inline.origins !== undefined;
}

/** Where the character at an offset was typed; what put it there, or its block, where it was not. */
export function placeIn(passage: Passage, offset: number): Place | undefined {
  const part = partAt(passage, offset);
  const { block } = passage;
  const around = block && 'place' in block ? block.place : undefined;
  if (part?.inline.kind === 'text')
    return part.inline.origins
      ? findPlace(part.inline.origins, offset - part.from)
      : (typedBefore(passage, offset) ?? around);
  return part && 'place' in part.inline ? (part.inline.place ?? around) : around;
}

/** The program's own words follow something that an author typed. */
function typedBefore({ parts }: Passage, offset: number): Place | undefined {
  const places = parts
    .filter(({ from }) => from <= offset)
    .map(({ inline }) => ('place' in inline ? inline.place : undefined));
  return places.findLast((place) => place !== undefined);
}
