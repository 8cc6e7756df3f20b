import type { PhrasingContent } from 'mdast';
import type { Inline } from '../../model/inline.js';
import type { Checked, Place } from '../../model/problem.js';
import type { DocumentContext } from '../document-context.js';
import type { DraftSection } from '../draft-section.js';
import type { NodeNumber } from '../enumerate.js';
import { makeInlineContext } from '../inline-context.js';
import type { BlockNode } from '../markdown-support.js';
import { getNodePlace } from '../parse-markdown.js';
import { renderInlines } from '../render-inlines.js';
import type { SectionRef } from '../target.js';

/** The section that contains a block, and the paper that contains the section. */
export interface BlockContext extends DocumentContext {
  draft: DraftSection;
  section: SectionRef;
  /** The order of the paragraph that owns the text, which must not cite itself. Null outside paragraphs. */
  order: number | null;
}

/** Renders the running text of a block. */
export function renderBlockText(nodes: readonly PhrasingContent[], context: BlockContext): Checked<Inline[]> {
  const { draft, section, order, enumeration } = context;
  const footnotes = enumeration.footnotes.get(draft) ?? new Map();
  return renderInlines(
    nodes,
    makeInlineContext({ fragment: draft.source.body, section, order, footnotes }, context),
  );
}

/** Returns the number, anchor and place of a block. */
export function getBlockStart(
  node: BlockNode,
  { enumeration, draft }: BlockContext,
): Pick<NodeNumber, 'number' | 'anchor'> & { place: Place } {
  const { number = null, anchor = '' } = enumeration.nodes.get(node) ?? {};
  return { number, anchor, place: getNodePlace(node, draft.source.body) };
}
