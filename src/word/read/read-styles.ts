import { findChild, listChildren, readValue, type XmlElement } from '../../ooxml/xml-element.js';
import { isSwitchedOn } from './is-switched-on.js';

/** The look of a style's paragraphs and runs, with all that it inherits. */
export interface WordStyle {
  id: string;
  name: string;
  /** From 1 to 9. Null for text. */
  headingLevel: number | null;
  numId: string | null;
  numLevel: number | null;
  isBold: boolean;
  isItalic: boolean;
  isHidden: boolean;
}

export interface WordStyles {
  find: (id: string | null) => WordStyle | null;
  /** The style of paragraphs that name none. */
  defaultParagraph: WordStyle | null;
}

/** The longest chain of styles that are based on each other. */
const LONGEST_CHAIN = 30;

/** Reads the styles of a file, each with what it inherits from the style that it is based on. */
export function readStyles(root: XmlElement | null): WordStyles {
  const elements = listChildren(findChild(root, 'styles'), 'style');
  const byId = new Map(elements.map((element) => [element.attributes['styleId'] ?? '', element]));
  const read = new Map<string, WordStyle>();
  const find = (id: string | null): WordStyle | null => {
    const element = id === null ? undefined : byId.get(id);
    if (id === null || !element) return null;
    const known = read.get(id) ?? resolveStyle(id, listChain(element, byId));
    read.set(id, known);
    return known;
  };
  const base = elements.find(
    ({ attributes }) => attributes['type'] === 'paragraph' && isSwitchedOn(attributes['default'] ?? '0'),
  );
  return { find, defaultParagraph: find(base?.attributes['styleId'] ?? null) };
}

/** Lists a style and those that it is based on, the nearest first. */
function listChain(element: XmlElement, byId: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = [];
  for (let next: XmlElement | undefined = element; next && chain.length < LONGEST_CHAIN;) {
    if (chain.includes(next)) break;
    chain.push(next);
    next = byId.get(readValue(next, 'basedOn') ?? '');
  }
  return chain;
}

function resolveStyle(id: string, chain: readonly XmlElement[]): WordStyle {
  const paragraphs = chain.map((element) => findChild(element, 'pPr'));
  const runs = chain.map((element) => findChild(element, 'rPr'));
  const numbers = paragraphs.map((properties) => findChild(properties, 'numPr'));
  return {
    id,
    name: readValue(chain[0] ?? null, 'name') ?? id,
    headingLevel: findHeadingLevel(chain, paragraphs),
    numId: findFirst(numbers, (properties) => readValue(properties, 'numId')),
    numLevel: toNumber(findFirst(numbers, (properties) => readValue(properties, 'ilvl'))),
    isBold: findFirst(runs, (properties) => readSwitch(properties, 'b')) ?? false,
    isItalic: findFirst(runs, (properties) => readSwitch(properties, 'i')) ?? false,
    isHidden: findFirst(runs, (properties) => readSwitch(properties, 'vanish')) ?? false,
  };
}

/** The outline level decides. Without one, a style that is called "heading 2" is a heading all the same. */
function findHeadingLevel(
  chain: readonly XmlElement[],
  paragraphs: readonly (XmlElement | null)[],
): number | null {
  const outline = findFirst(paragraphs, (properties) => readValue(properties, 'outlineLvl'));
  if (outline !== null) return toHeadingLevel(outline);
  const name = findFirst(
    chain,
    (style) => /^heading ([1-9])$/i.exec(readValue(style, 'name') ?? '')?.[1] ?? null,
  );
  return toNumber(name);
}

/** Turns an outline level of Word into the level of a heading. Nine is the level of text. */
export function toHeadingLevel(outline: string): number | null {
  const level = toNumber(outline);
  return level === null || level < 0 || level > 8 ? null : level + 1;
}

/** Reads a switch such as bold: on, off, or null where nothing is said. */
export function readSwitch(properties: XmlElement | null, name: string): boolean | null {
  const element = findChild(properties, name);
  return element && isSwitchedOn(element.attributes['val'] ?? '1');
}

function findFirst<Item, Result>(items: readonly Item[], find: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const result = find(item);
    if (result !== null) return result;
  }
  return null;
}

/** Reads a whole number. Returns null for anything else. */
export function toNumber(text: string | null): number | null {
  return text !== null && /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}
