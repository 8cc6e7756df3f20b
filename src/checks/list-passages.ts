import { listSections } from '../model/list-sections.js';
import type { Document } from '../model/document.js';
import type { Section } from '../model/section.js';
import { listKeyFigureRuns } from '../model/blocks/key-figures.js';
import type { List } from '../model/blocks/list.js';
import type { Block } from '../model/blocks/block.js';
import type { Inline } from '../model/inline.js';
import { findPlace } from '../model/origin.js';
import type { Place } from '../model/problem.js';

/** The roles of passages. True for running text, which has sentences. */
const ROLES = {
  header: false,
  heading: false,
  paragraph: true,
  item: true,
  caption: false,
  column: false,
  cell: false,
  note: true,
  quote: false,
};

/** A run of plain text, whose parts know their markup and where they were typed. */
export interface Passage {
  role: keyof typeof ROLES;
  text: string;
  parts: Part[];
  /** Null in the header block. */
  section: Section | null;
  block: Block | null;
}

/** A piece of text without inner markup. */
interface Part {
  /** The offset in the passage's text. */
  from: number;
  inline: Leaf;
  italic: boolean;
}

type Leaf = Exclude<Inline, { content: Inline[] }>;

/** Lists every run of text in the paper, in reading order. */
export function listPassages(document: Pick<Document, 'header' | 'sections' | 'appendices'>): Passage[] {
  const header = document.header.fields.map(({ value }) => makePassage('header', value, null, null));
  const sections = listSections(document).flatMap((section) =>
    section.blocks.flatMap((block) =>
      listRuns(block).map(([role, run]) => makePassage(role, run, section, block)),
    ),
  );
  return [...header, ...sections].filter(({ text }) => text.trim() !== '');
}

/** Returns true for the text of paragraphs, lists and notes. */
export function isRunningText({ role }: Passage): boolean {
  return ROLES[role];
}

type Run = [Passage['role'], Inline[]];

function listRuns(block: Block): Run[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [[block.kind, block.content]];
    case 'quote':
      return [['quote', block.content]];
    case 'footnote':
      return [['note', block.content]];
    case 'key-figures':
      return listKeyFigureRuns(block).map((run): Run => ['cell', run]);
    case 'list':
      return listItemRuns(block);
    case 'table':
      return [
        ['caption', block.title],
        ...[...(block.heads ?? []), ...block.columns].map(({ heading }): Run => ['column', heading]),
        ...block.rows.flatMap(({ cells }) => cells.map((cell): Run => ['cell', cell])),
        ...listNoteRuns(block.notes),
      ];
    case 'chart':
      return [['caption', block.title], ['caption', block.subtitle], ...listNoteRuns(block.notes)];
    case 'diagram':
      return [['caption', block.title], ...listNoteRuns(block.notes)];
    case 'picture':
      return [['caption', block.title]];
    default:
      return block satisfies never;
  }
}

function listItemRuns(list: List): Run[] {
  return list.items.flatMap(({ content, lists }): Run[] => [
    ['item', content],
    ...lists.flatMap(listItemRuns),
  ]);
}

function listNoteRuns(runs: Inline[][]): Run[] {
  return runs.map((run) => ['note', run]);
}

function makePassage(
  role: Passage['role'],
  content: Inline[],
  section: Section | null,
  block: Block | null,
): Passage {
  const parts: Part[] = [];
  let text = '';
  const add = (inlines: Inline[], italic: boolean): void => {
    for (const inline of inlines) {
      if ('content' in inline) add(inline.content, italic || inline.kind === 'emphasis');
      else {
        parts.push({ from: text.length, inline, italic });
        text += formatLeaf(inline);
      }
    }
  };
  add(content, false);
  return { role, text, parts, section, block };
}

function formatLeaf(leaf: Leaf): string {
  if (leaf.kind === 'break') return ' ';
  if (leaf.kind === 'footnote') return '';
  return leaf.kind === 'term' ? `${leaf.expansion} (${leaf.text})` : leaf.text;
}

/** Finds the part at an offset of the passage's text. */
function findPart({ parts }: Passage, offset: number): Part | undefined {
  return parts.findLast(({ from }) => from <= offset);
}

/** Returns true if an author typed the character at an offset. Figures, references and the program's sentences are not typed. */
export function isTyped(passage: Passage, offset: number): boolean {
  const inline = findPart(passage, offset)?.inline;
  return inline?.kind === 'text' && inline.origins !== undefined;
}

/** Finds the place at which a character was typed. Falls back to the place of its figure, reference or block. */
export function findTypedPlace(passage: Passage, offset: number): Place | undefined {
  const part = findPart(passage, offset);
  const { block } = passage;
  const fallback = block && 'place' in block ? block.place : undefined;
  if (part?.inline.kind === 'text')
    return part.inline.origins
      ? findPlace(part.inline.origins, offset - part.from)
      : (findPlaceBefore(passage, offset) ?? fallback);
  return part && 'place' in part.inline ? (part.inline.place ?? fallback) : fallback;
}

/** Finds the last typed place before an offset: the program's own words follow something that an author typed. */
function findPlaceBefore({ parts }: Passage, offset: number): Place | undefined {
  const places = parts
    .filter(({ from }) => from <= offset)
    .map(({ inline }) => ('place' in inline ? inline.place : undefined));
  return places.findLast((place) => place !== undefined);
}
