import type { List } from '../../model/blocks/list.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { ListNode, StackNode, TextNode } from '../nodes/pdf-node.js';

export function createListNode(list: List, theme: Theme): ListNode {
  const { indent, above, below } = theme.layout.lists;
  return { ...createItems(list, theme), margin: [theme.text.hang + indent, above, 0, below] };
}

/** Returns a list within other text, such as a cell. */
export function createInnerListNode(list: List, theme: Theme): ListNode {
  return { ...createItems(list, theme), margin: [0, 0, 0, theme.layout.lists.gap] };
}

function createItems({ style, start, items }: List, theme: Theme): ListNode {
  const nodes = items.map((item, index) => createItem(item, index === items.length - 1, theme));
  const markerColor = theme.colours.soft;
  if (style === 'bullet') return { ul: nodes, markerColor };
  if (style === 'decimal') return { ol: nodes, start, type: style, markerColor };
  return { ol: nodes, start, type: style, separator: ['(', ')'], markerColor };
}

function createItem(
  { content, lists }: List['items'][number],
  isLast: boolean,
  theme: Theme,
): TextNode | StackNode {
  const { gap } = theme.layout.lists;
  const hasGap = !isLast || lists.length > 0;
  const text: TextNode = {
    text: createTextRuns(content, theme),
    flow: true,
    margin: [0, 0, 0, hasGap ? gap : 0],
  };
  if (lists.length === 0) return text;
  const nested = lists.map((list): ListNode => ({ ...createItems(list, theme), margin: [0, 0, 0, gap] }));
  // No page ends between an item and the list that it introduces.
  return { stack: [{ ...text, keepWithNext: true }, ...nested] };
}
