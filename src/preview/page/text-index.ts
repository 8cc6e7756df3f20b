/** The text of a part of the page as one string. */
export interface TextIndex {
  text: string;
  /** Returns the range of the page from one position of the text to another. */
  toRange: (from: number, to: number) => Range;
}

/** Elements within a line of text. Between others a line ends. */
const INLINE = 'a, abbr, b, code, del, em, i, ins, mark, s, small, span, strong, sub, sup, tspan';

/** Reads the text of an element, with a line break between blocks. Elements that match `skip` are left out. */
export function createTextIndex(root: Element, skip: string): TextIndex {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  let lastBlock: Element | null = null;
  const walker = root.ownerDocument.createTreeWalker(root, 4); // NodeFilter.SHOW_TEXT
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(skip)) continue;
    const block = findBlock(parent);
    if (block !== lastBlock && text !== '') text += '\n';
    lastBlock = block;
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  const locate = (position: number): [Text, number] => {
    const found = nodes[findLastFrom(nodes, position)];
    if (!found) throw new Error('the text is empty');
    return [found.node, Math.min(position - found.start, found.node.length)];
  };
  return {
    text,
    toRange: (from, to) => {
      const range = root.ownerDocument.createRange();
      range.setStart(...locate(from));
      const [lastNode, lastOffset] = locate(Math.max(from, to - 1));
      range.setEnd(lastNode, Math.min(lastOffset + (to > from ? 1 : 0), lastNode.length));
      return range;
    },
  };
}

/** Finds the last node that starts at or before a position. */
function findLastFrom(nodes: readonly { start: number }[], position: number): number {
  let [low, high] = [0, nodes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((nodes[middle]?.start ?? Infinity) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function findBlock(element: Element): Element {
  let block = element;
  while (block.matches(INLINE) && block.parentElement) block = block.parentElement;
  return block;
}
