import { parseXml, removePrefix } from './parse-xml.js';
import { UnreadablePackage } from './unreadable-package.js';

/** An element of XML. Names of elements and attributes have no prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** Word nests tables 30 levels deep at most, with five elements a level. */
const DEEPEST = 400;

/** The most elements and texts of one part: ten times a paper of 1,000 pages. */
const MOST_NODES = 3_000_000;

/** Reads a part of an Office file as a tree. Throws `UnreadablePackage` for broken XML, and for more than any program writes. */
export function readXmlTree(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const path = [root];
  let nodes = 0;
  const add = (node: XmlElement | string): void => {
    nodes += 1;
    if (nodes > MOST_NODES) throw new UnreadablePackage('too large');
    path.at(-1)?.children.push(node);
  };
  parseXml(xml, {
    open: (name, attributes) => {
      if (path.length > DEEPEST) throw new UnreadablePackage('too deep');
      const element = { name, attributes: removePrefixes(attributes), children: [] };
      add(element);
      path.push(element);
    },
    text: add,
    close: () => path.pop(),
  });
  return root;
}

function removePrefixes(attributes: Record<string, string>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes))
    if (!name.startsWith('xmlns')) plain[removePrefix(name)] = value;
  return plain;
}

/** Returns the first child of this name. */
export function findChild(element: XmlElement | null, name: string): XmlElement | null {
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && child.name === name) return child;
  return null;
}

/** Lists the children that are elements, all or those of a name. */
export function listChildren(element: XmlElement | null, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** Returns the attribute `val` of a child, in which Word writes most values. */
export function readValue(element: XmlElement | null, name: string): string | null {
  return findChild(element, name)?.attributes['val'] ?? null;
}

/** Joins the text of an element and of those inside it. */
export function joinText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : joinText(child))).join('');
}
