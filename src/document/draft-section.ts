import type { RootContent, Table } from 'mdast';
import type { Cache } from '../model/cache.js';
import type { ManuscriptSection } from '../model/manuscript.js';
import type { Checked } from '../model/problem.js';
import { findMisplacedLabels } from './find-misplaced-labels.js';
import { findUnsupported } from './find-unsupported.js';
import { findFootnoteFaults, findFootnoteTexts, type FootnoteTexts } from './footnotes.js';
import type { BlockNode } from './markdown-support.js';
import { parseMarkdown } from './parse-markdown.js';
import { placePictures } from './picture-node.js';
import { splitCaptions, type TableCaption } from './table-captions.js';

/** A section after parsing and before numbering. The nodes are the Markdown parser's own. */
export interface DraftSection {
  source: ManuscriptSection;
  nodes: BlockNode[];
  captions: ReadonlyMap<Table, TableCaption>;
  footnotes: FootnoteTexts;
}

export function draftSection(source: ManuscriptSection, cache: Cache): Checked<DraftSection> {
  const { body } = source;
  const parsed = parseMarkdown(body, cache);
  const pictures = placePictures(parsed.children, body);
  const tree = { ...parsed, children: pictures.value };
  const { blocks, captions } = splitCaptions(removeEmptyHeadings(tree.children));
  return {
    value: { source, nodes: blocks, captions, footnotes: findFootnoteTexts(tree) },
    problems: [
      ...findUnsupported(tree, body),
      ...findMisplacedLabels(tree, body),
      ...findFootnoteFaults(tree, body),
      ...pictures.problems,
    ],
  };
}

/** A heading without text under it is left out, like an empty section. The texts of footnotes do not count. */
function removeEmptyHeadings(nodes: readonly RootContent[]): RootContent[] {
  const kept: RootContent[] = [];
  for (const node of nodes.toReversed()) {
    const next = kept.at(-1);
    const hasText = next && (next.type !== 'heading' || node.type !== 'heading' || next.depth > node.depth);
    if (node.type === 'heading' ? hasText : node.type !== 'footnoteDefinition') kept.push(node);
  }
  return kept.reverse();
}
