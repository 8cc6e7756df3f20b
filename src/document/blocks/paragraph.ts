import type { Paragraph as ParagraphNode } from 'mdast';
import type { Block } from '../../model/blocks/block.js';
import { mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import { findInsert, findKeyFigures } from '../node-values.js';
import { getBlockStart, renderBlockText, type BlockContext } from './block-context.js';
import { buildInsert } from './insert.js';

/** Builds a paragraph, or what the paragraph places: a table, chart, diagram or key figures. An empty paragraph is left out. */
export function buildParagraph(node: ParagraphNode, context: BlockContext): Checked<Block[]> {
  const insert = findInsert(node, context.draft.source.body);
  const keyFigures = findKeyFigures(node, context.draft.source.body);
  if (keyFigures) {
    const { items, place } = keyFigures;
    return { value: [{ kind: 'key-figures', items, place }], problems: [] };
  }
  const start = getBlockStart(node, context);
  if (insert) return buildInsert(insert, start, context);
  return mapChecked(renderBlockText(node.children, context), (content) =>
    content.length === 0 ? [] : [{ kind: 'paragraph', ...start, content }],
  );
}
