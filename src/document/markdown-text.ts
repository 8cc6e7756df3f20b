import type { Nodes } from 'mdast';

/** The text of a Markdown node, without markup and without placeholders. */
export function markdownText(node: Nodes): string {
  if ('value' in node) return node.value.replace(/[\u{f0000}-\u{ffffd}]/gu, '');
  return 'children' in node ? node.children.map(markdownText).join('') : '';
}
