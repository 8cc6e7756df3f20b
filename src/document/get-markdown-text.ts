import type { Nodes } from 'mdast';

/** Returns the text of a Markdown node, without markup and placeholders. */
export function getMarkdownText(node: Nodes): string {
  if ('value' in node) return node.value.replace(/[\u{f0000}-\u{ffffd}]/gu, '');
  return 'children' in node ? node.children.map(getMarkdownText).join('') : '';
}
