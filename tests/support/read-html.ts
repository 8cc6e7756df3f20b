import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface ReadHtml {
  /** What the standard's parser found wrong. */
  faults: string[];
  elements: Element[];
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
