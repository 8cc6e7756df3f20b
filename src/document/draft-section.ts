import type { RootContent } from 'mdast';
import type { ManuscriptSection } from '../model/manuscript.js';
import type { Checked } from '../model/problem.js';
import { findMisplacedLabels } from './find-misplaced-labels.js';
import { findUnsupported } from './find-unsupported.js';
import { isBlockNode, type BlockNode } from './markdown-support.js';
import { parseMarkdown } from './parse-markdown.js';

/** A section after parsing and before numbering. The nodes are the Markdown parser's own. */
export interface DraftSection {
  source: ManuscriptSection;
  nodes: BlockNode[];
}

export function draftSection(source: ManuscriptSection): Checked<DraftSection> {
  const tree = parseMarkdown(source.body);
  return {
    value: { source, nodes: removeEmptyHeadings(tree.children).filter(isBlockNode) },
    problems: [...findUnsupported(tree, source.body), ...findMisplacedLabels(tree, source.body)],
  };
}

/** A heading without text under it is left out, like an empty section. */
function removeEmptyHeadings(nodes: readonly RootContent[]): RootContent[] {
  return nodes.reduceRight<RootContent[]>((after, node) => {
    const [next] = after;
    const hasText = next && (next.type !== 'heading' || node.type !== 'heading' || next.depth > node.depth);
    return node.type === 'heading' && !hasText ? after : [node, ...after];
  }, []);
}
