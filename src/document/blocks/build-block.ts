import type { Blockquote, Paragraph as ParagraphNode } from 'mdast';
import type { Block } from '../../model/blocks/block.js';
import type { Note } from '../../model/blocks/note.js';
import { flattenChecked, mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import { isBlockNode, type BlockNode } from '../markdown-support.js';
import { getNodePlace } from '../parse-markdown.js';
import { renderBlockText, type BlockContext } from './block-context.js';
import { buildHeading } from './heading.js';
import { buildList } from './list.js';
import { buildParagraph } from './paragraph.js';
import { buildWordTable } from './word-table.js';

/** Builds the blocks of one Markdown node. */
export function buildBlock(node: BlockNode, context: BlockContext): Checked<Block[]> {
  switch (node.type) {
    case 'heading':
      return mapChecked(buildHeading(node, context), (heading) => [heading]);
    case 'paragraph':
      return buildParagraph(node, context);
    case 'list':
      return mapChecked(buildList(node, context), (list) => [list]);
    case 'blockquote':
      return buildQuotation(node, context);
    case 'table':
      return mapChecked(buildWordTable(node, context), (table) => [table]);
    default:
      return node satisfies never;
  }
}

/** The paragraphs of a quotation are notes. */
function buildQuotation({ children }: Blockquote, context: BlockContext): Checked<Block[]> {
  return flattenChecked(
    children
      .filter(isBlockNode)
      .map((child) =>
        child.type === 'paragraph'
          ? mapChecked(buildNote(child, context), (note) => [note])
          : buildBlock(child, context),
      ),
  );
}

function buildNote(node: ParagraphNode, context: BlockContext): Checked<Note> {
  const place = getNodePlace(node, context.draft.source.body);
  return mapChecked(renderBlockText(node.children, context), (content) => ({ kind: 'note', content, place }));
}
