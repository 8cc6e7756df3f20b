import type { KeyFigure } from '../../model/blocks/key-figures.js';
import type { List } from '../../model/blocks/list.js';
import type { Inline } from '../../model/inline.js';
import type { Unit } from '../align/list-units.js';
import { listWords } from '../align/list-words.js';
import { makeMember, type Member } from '../align/member.js';
import { pairSequences } from '../align/pair-sequences.js';
import { classifyInside, classifyPair, classifyTexts, sortKinds } from './classify-change.js';
import type { CompareWords } from './compare-words.js';
import type { ItemComparison, TextPart } from './comparison.js';

/** A list item, without its nested lists. */
interface Item {
  content: Inline[];
  depth: number;
  marker: string;
}

/** Compares a block of text with the lists that belong to it. */
export function compareText(
  before: Unit | null,
  after: Unit | null,
  kind: TextPart['kind'],
  compare: CompareWords,
): Omit<TextPart, 'before' | 'after'> {
  const text = compare(selectContent(before), selectContent(after));
  const items = compareItems(before, after, compare);
  const how = sortKinds([...classifyTexts([text]), ...classifyInside(items)]);
  return { kind, level: findLevel(after ?? before), how, text, items };
}

function findLevel(unit: Unit | null): number {
  return unit?.block.kind === 'heading' ? unit.block.level : 0;
}

/** Returns a block's text. A list has none: its items are compared one by one. */
function selectContent(unit: Unit | null): Inline[] | null {
  return unit && 'content' in unit.block ? unit.block.content : null;
}

function compareItems(before: Unit | null, after: Unit | null, compare: CompareWords): ItemComparison[] {
  return pairSequences(listItems(before), listItems(after), toMember).map((pair): ItemComparison => {
    const text = compare(pair.before?.content ?? null, pair.after?.content ?? null);
    const { depth = 0, marker = '' } = pair.after ?? pair.before ?? {};
    return { how: classifyPair(pair, [text]), depth, marker, text };
  });
}

function toMember({ content, depth }: Item): Member {
  return makeMember(`item ${depth}`, { words: listWords(content), isKnownByPlace: true });
}

function listItems(unit: Unit | null): Item[] {
  if (!unit) return [];
  if (unit.block.kind === 'key-figures') return unit.block.items.map(toItem);
  const lists = unit.block.kind === 'list' ? [unit.block, ...unit.lists] : unit.lists;
  return lists.flatMap((list) => flattenList(list, 0));
}

/** A key figure is an item with its value, label and detail. */
function toItem({ value, label, detail }: KeyFigure): Item {
  const space: Inline = { kind: 'text', text: ' ' };
  return { content: [...value, space, ...label, space, ...detail], depth: 0, marker: '' };
}

function flattenList({ style, start, items }: List, depth: number): Item[] {
  return items.flatMap(({ content, lists }, index) => [
    { content, depth, marker: style === 'bullet' ? '•' : `${start + index}.` },
    ...lists.flatMap((list) => flattenList(list, depth + 1)),
  ]);
}
