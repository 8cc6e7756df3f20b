import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface ReadHtml {
  /** The errors of a parser that follows the HTML standard. */
  faults: string[];
  elements: Element[];
  /**
   * Each text of the paper in reading order: a paragraph, a heading, a cell, an item. Text about the page itself, text in drawings
   * and text alternatives are left out.
   */
  texts: { tag: string; text: string }[];
  /** The markup of the body without the contents of drawings and scripts. */
  structure: string;
}

/** Parses an HTML file as a browser does. */
export function readHtml(text: string): ReadHtml {
  const faults: string[] = [];
  const root = parse(text, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) => faults.push(`${startLine}:${startCol} ${code}`),
  });
  return {
    faults,
    elements: root.childNodes.flatMap(listElements),
    texts: root.childNodes.flatMap(listTexts),
    structure: text
      .slice(text.indexOf('<body>'))
      .replace(/(<svg [^>]*>).*?<\/svg>/g, '$1…</svg>')
      .replace(/<script>[^]*?<\/script>/g, '<script>…</script>'),
  };
}

export function readAttribute(element: Element, name: string): string | null {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? null;
}

/** Returns all text inside a node. */
export function readText(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return tree.isElementNode(node) ? node.childNodes.map(readText).join('') : '';
}

function listElements(node: Node): Element[] {
  return tree.isElementNode(node) ? [node, ...node.childNodes.flatMap(listElements)] : [];
}

const BLOCKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'li', 'dt', 'dd', 'caption', 'th', 'td'];

function listTexts(node: Node): ReadHtml['texts'] {
  if (!tree.isElementNode(node) || isAboutPage(node)) return [];
  const direct = BLOCKS.includes(node.tagName) ? [{ tag: node.tagName, text: readDirectText(node) }] : [];
  return [...direct, ...node.childNodes.flatMap(listTexts)];
}

/** Returns the text of a node without its inner blocks. */
function readDirectText(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!tree.isElementNode(node)) return '';
  if (node.tagName === 'br') return ' ';
  const outside = node.childNodes.filter(
    (child) => !(tree.isElementNode(child) && [...BLOCKS, 'ul', 'ol'].includes(child.tagName)),
  );
  return outside.map(readDirectText).join('');
}

function isAboutPage(element: Element): boolean {
  const name = readAttribute(element, 'class') ?? '';
  return (
    ['head', 'footer', 'svg', 'details', 'script'].includes(element.tagName) ||
    ['skip', 'status', 'edition', 'source'].includes(name)
  );
}
