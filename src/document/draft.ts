import type { Paragraph as MdParagraph, Root, RootContent } from 'mdast';
import type { ManuscriptSection } from '../model/manuscript.js';
import { splitAtPlaceholders } from '../model/placeholder.js';
import type { Fragment, Value } from '../model/fragment.js';
import { misplacedLabels } from './misplaced-labels.js';
import { findUnsupported, parseMarkdown, walk } from './parse-markdown.js';
import type { Problem } from '../model/problem.js';

/** A section parsed, and not numbered yet: the tree is the Markdown parser's own. */
export interface DraftSection {
  source: ManuscriptSection;
  tree: Root;
}

export function draftSection(source: ManuscriptSection): { draft: DraftSection; problems: Problem[] } {
  const tree = parseMarkdown(source.body);
  return {
    draft: { source, tree: { ...tree, children: withoutEmptyHeadings(tree.children) } },
    problems: [...findUnsupported(tree, source.body), ...misplacedLabels(tree, source.body)],
  };
}

/** A heading that this quarter has no text for is left out, as an empty section is. */
function withoutEmptyHeadings(nodes: readonly RootContent[]): RootContent[] {
  return nodes.reduceRight<RootContent[]>((after, node) => {
    const [next] = after;
    const hasText = next && (next.type !== 'heading' || node.type !== 'heading' || next.depth > node.depth);
    return node.type === 'heading' && !hasText ? after : [node, ...after];
  }, []);
}

/** The values that a node's text holds, in order. */
export function valuesIn(node: RootContent, fragment: Fragment): Value[] {
  return [...walk(node)]
    .filter((one) => one.type === 'text')
    .flatMap((one) => splitAtPlaceholders(one.value))
    .flatMap((part) => (typeof part === 'number' ? (fragment.values[part] ?? []) : []));
}

/** The table, chart or diagram that a paragraph consists of; null where it is a paragraph of text. */
export function insertOf(node: MdParagraph, fragment: Fragment): Extract<Value, { kind: 'insert' }> | null {
  const [only, second] = node.children;
  if (only?.type !== 'text' || second) return null;
  const [part, rest] = splitAtPlaceholders(only.value.trim());
  const value = typeof part === 'number' && rest === undefined ? fragment.values[part] : undefined;
  return value?.kind === 'insert' ? value : null;
}
