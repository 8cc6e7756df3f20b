import type { Document } from '../../model/document.js';
import type { Block } from '../../model/blocks/block.js';
import type { Section } from '../../model/section.js';
import { parseNumber, type Numbered, type ParsedNumber } from './parse-number.js';
import { NumberedList } from './numbered-list.js';

/** The automatic number of a heading or paragraph: a level of a list that Word counts. */
interface AutomaticNumber {
  list: NumberedList;
  level: number;
  kind: Numbered;
  /** The number without the sign after it: "3.1". */
  text: string;
}

/** The automatic numbers, by the anchor of what they number. A number that Word would not count so is typed, and not here. */
export type Numbers = ReadonlyMap<string, AutomaticNumber>;

/** The numbered parts, in reading order. */
interface Item {
  anchor: string;
  number: ParsedNumber;
}

/**
 * Plans lists whose automatic numbers are those that the document prints. Sections, headings and nested paragraphs share a list, so
 * that Word counts them together. A number that does not follow from those before it starts a list of its own: such as the next one
 * after a part that is left out.
 */
export function planNumbers(document: Document): Numbers {
  const items = [
    ...document.sections.flatMap((section) => listItems(section, false)),
    ...document.appendices.flatMap((section) => listItems(section, true)),
  ];
  const lists: NumberedList[] = [];
  return new Map(
    items.map(({ anchor, number }) => {
      const { kind, level, text } = number;
      return [anchor, { list: findList(lists, number), level, kind, text }];
    }),
  );
}

/** Finds the list that counts to the number next, or starts one. */
function findList(lists: NumberedList[], number: ParsedNumber): NumberedList {
  const found = lists.findLast((list) => list.canContinue(number));
  const list = found ?? new NumberedList(lists.length + 1, number);
  if (!found) lists.push(list);
  list.take(number);
  return list;
}

function listItems(section: Section, isAppendix: boolean): Item[] {
  const own = isAppendix
    ? parseNumber('appendix', section.number, ':')
    : parseNumber('heading', section.number, '.');
  return [...toItems(section.anchor, own), ...section.blocks.flatMap(listBlockItems)];
}

function listBlockItems(block: Block): Item[] {
  if (block.kind === 'heading')
    return toItems(block.anchor, parseNumber('heading', getHeadingNumber(block), ''));
  if (block.kind === 'paragraph') return toItems(block.anchor, parseNumber('paragraph', block.number, '.'));
  return [];
}

function toItems(anchor: string, number: ParsedNumber | null): Item[] {
  return number ? [{ anchor, number }] : [];
}

/** Returns the number at the start of a heading's words: "1.2". Null if it has none. */
function getHeadingNumber({
  content: [first],
}: Pick<Extract<Block, { kind: 'heading' }>, 'content'>): string | null {
  if (first?.kind !== 'text' || first.origins) return null;
  return /^([A-Z]+|\d+)(\.\d+)+ $/.test(first.text) ? first.text.trimEnd() : null;
}
