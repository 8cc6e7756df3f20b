import type { RootContent } from 'mdast';
import type { List } from '../model/blocks/list.js';
import type { HeaderField } from '../model/document.js';
import type { Fragment } from '../model/fragment.js';
import type { Inline } from '../model/inline.js';
import { flattenChecked, mapChecked } from '../model/join-checked.js';
import type { Checked } from '../model/problem.js';
import { renderBlockText, type BlockContext } from './blocks/block-context.js';
import { buildList } from './blocks/list.js';
import type { DocumentContext } from './document-context.js';
import { findUnsupported } from './find-unsupported.js';
import { refuseFootnotes } from './footnotes.js';
import { getNodePlace, parseMarkdown } from './parse-markdown.js';
import { findStrayLabels, refuseBlock } from './render-fragment.js';
import { OUTSIDE_SECTIONS } from './target.js';

type HeaderBlock = NonNullable<HeaderField['blocks']>[number];

/** Builds the value of a header field: paragraphs and lists. */
export function buildHeaderValue(
  fragment: Fragment,
  context: DocumentContext,
): Checked<Omit<HeaderField, 'name'>> {
  const tree = parseMarkdown(fragment, context.cache);
  const { value: blocks, problems } = flattenChecked(
    tree.children.map((node) => buildHeaderBlock(node, fragment, context)),
  );
  const hasList = blocks.some(({ kind }) => kind === 'list');
  return {
    value: { value: joinLines(blocks.flatMap(listLines)), ...(hasList && { blocks }) },
    problems: [
      ...findUnsupported(tree, fragment),
      ...refuseFootnotes(tree, fragment),
      ...findStrayLabels(tree, fragment),
      ...problems,
    ],
  };
}

function buildHeaderBlock(
  node: RootContent,
  fragment: Fragment,
  context: DocumentContext,
): Checked<HeaderBlock[]> {
  if (node.type === 'list')
    return mapChecked(buildList(node, makeBlockContext(fragment, context)), (list) => [list]);
  if (node.type === 'paragraph')
    return mapChecked(renderBlockText(node.children, makeBlockContext(fragment, context)), (content) => [
      { kind: 'text', content },
    ]);
  const problem = refuseBlock(node, fragment, 'paragraphs and lists');
  return { value: [], problems: problem ? [problem] : [] };
}

/** A list reads the Markdown that it is part of. Here that is the field, and not a section. */
function makeBlockContext(body: Fragment, context: DocumentContext): BlockContext {
  const place = getNodePlace({ type: 'root', children: [] }, body);
  const names = { id: '', title: '', isLettered: false, isNumbered: false, isMandatory: false };
  return {
    ...context,
    draft: { source: { ...names, body, place }, nodes: [], captions: new Map(), footnotes: new Map() },
    section: OUTSIDE_SECTIONS,
    order: null,
  };
}

function listLines(block: HeaderBlock): Inline[][] {
  return block.kind === 'text' ? [block.content] : listItems(block);
}

function listItems({ items }: List): Inline[][] {
  return items.flatMap(({ content, lists }) => [content, ...lists.flatMap(listItems)]);
}

function joinLines(lines: Inline[][]): Inline[] {
  return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ kind: 'break' }, ...line]));
}
