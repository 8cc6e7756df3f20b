import type { Paragraph as ParagraphNode } from 'mdast';
import type { Block } from '../../model/blocks/block.js';
import { mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import { findInsert } from '../node-values.js';
import { getBlockStart, renderBlockText, type BlockContext } from './block-context.js';
import { buildInsert } from './insert.js';

/** Builds a paragraph, or the table, chart or diagram that the paragraph places. An empty paragraph is left out. */
export function buildParagraph(node: ParagraphNode, context: BlockContext): Checked<Block[]> {
  const insert = findInsert(node, context.draft.source.body);
  const start = getBlockStart(node, context);
  if (insert) return buildInsert(insert, start, context);
  return mapChecked(renderBlockText(node.children, context), (content) =>
    content.length === 0 ? [] : [{ kind: 'paragraph', ...start, content }],
  );
}
