import type { Block } from '../model/blocks/block.js';
import { flattenChecked, mapChecked } from '../model/join-checked.js';
import type { Checked } from '../model/problem.js';
import type { Section } from '../model/section.js';
import type { BlockContext } from './blocks/block-context.js';
import { buildBlock } from './blocks/build-block.js';
import { buildFootnote } from './blocks/footnote.js';
import type { DocumentContext } from './document-context.js';
import type { DraftSection } from './draft-section.js';

/** Builds a numbered section with its blocks. The number of an appendix includes its word: "Appendix A". */
export function buildSection(
  draft: DraftSection,
  isAppendix: boolean,
  context: DocumentContext,
): Checked<Section> {
  const { number = null, anchor = '' } = context.enumeration.sections.get(draft) ?? {};
  const { id, title, place } = draft.source;
  const blocks = buildBlocks({ ...context, draft, section: { id, number, isAppendix }, order: null });
  const label = isAppendix ? `${context.template.words.appendix} ${number ?? ''}` : number;
  const role = isAppendix ? undefined : context.template.sections.find((section) => section.id === id)?.role;
  const named = { id, anchor, number: label, title, ...(role && { role }) };
  return mapChecked(blocks, (value) => ({ ...named, blocks: value, place }));
}

/**
 * A list belongs to the paragraph before it, and must not cite that paragraph. Footnotes follow the block that cites them
 * first, with its lists.
 */
function buildBlocks(context: BlockContext): Checked<Block[]> {
  const { draft, enumeration } = context;
  let order: number | null = null;
  const parts: Checked<Block[]>[] = [];
  const waiting: Checked<Block[]>[] = [];
  for (const node of draft.nodes) {
    if (node.type === 'paragraph') order = enumeration.nodes.get(node)?.order ?? null;
    else if (node.type !== 'list') order = null;
    if (node.type !== 'list') parts.push(...waiting.splice(0));
    parts.push(buildBlock(node, { ...context, order }));
    for (const footnote of enumeration.firstCited.get(node) ?? [])
      waiting.push(mapChecked(buildFootnote(footnote, context), (block) => [block]));
  }
  return flattenChecked([...parts, ...waiting]);
}
