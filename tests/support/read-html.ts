import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface ReadHtml {
  /** What the standard's parser found wrong. */
  faults: string[];
  elements: Element[];
  /**
   * Each piece of text that the paper says, in reading order: a paragraph, a heading, a cell, an item. Left out is what the page
   * says of itself, what is in drawings, and their alternatives.
   */
  texts: { tag: string; text: string }[];
  /** The markup of the body, with drawings and style left out: how the page is built. */
  structure: string;
}

/** Reads an HTML file back as a browser would. */
export function readHtml(text: string): ReadHtml {
  const faults: string[] = [];
  const root = parse(text, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) => faults.push(`${startLine}:${startCol} ${code}`),
  });
  return {
    faults,
    elements: root.childNodes.flatMap(elementsIn),
    texts: root.childNodes.flatMap(textsIn),
    structure: text.slice(text.indexOf('<body>')).replace(/(<svg [^>]*>).*?<\/svg>/g, '$1…</svg>'),
  };
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** All text within. */
export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return tree.isElementNode(node) ? node.childNodes.map(textOf).join('') : '';
}

function elementsIn(node: Node): Element[] {
  return tree.isElementNode(node) ? [node, ...node.childNodes.flatMap(elementsIn)] : [];
}

const BLOCKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'li', 'dt', 'dd', 'caption', 'th', 'td'];

function textsIn(node: Node): ReadHtml['texts'] {
  if (!tree.isElementNode(node) || isOfThePage(node)) return [];
  const own = BLOCKS.includes(node.tagName) ? [{ tag: node.tagName, text: ownText(node) }] : [];
  return [...own, ...node.childNodes.flatMap(textsIn)];
}

/** Text within that is in no inner block. */
function ownText(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!tree.isElementNode(node)) return '';
  if (node.tagName === 'br') return ' ';
  const outside = node.childNodes.filter(
    (child) => !(tree.isElementNode(child) && [...BLOCKS, 'ul', 'ol'].includes(child.tagName)),
  );
  return outside.map(ownText).join('');
}

function isOfThePage(element: Element): boolean {
  const name = attribute(element, 'class');
  return (
    ['head', 'footer', 'svg', 'details'].includes(element.tagName) || name === 'skip' || name === 'status'
  );
}
