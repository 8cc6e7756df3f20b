import type { List as ListNode, ListItem } from 'mdast';
import type { List } from '../../model/blocks/list.js';
import { joinChecked, mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import type { Template } from '../../model/template.js';
import { getNodePlace } from '../parse-markdown.js';
import { renderBlockText, type BlockContext } from './block-context.js';
import { joinLines } from './join-lines.js';

const STYLES = { numbers: 'decimal', letters: 'lower-alpha', roman: 'lower-roman' } as const;

/** `marks` are the marks of numbered lists from this level inwards. The last mark applies to all deeper levels. */
export function buildList(
  node: ListNode,
  context: BlockContext,
  marks: Template['numbering']['lists'] = context.template.numbering.lists,
): Checked<List> {
  const [mark = 'numbers', ...inner] = marks;
  const innerMarks = node.ordered && inner.length > 0 ? inner : marks;
  const items = joinChecked(node.children.map((item) => buildItem(item, context, innerMarks)));
  return mapChecked(items, (value) => ({
    kind: 'list',
    style: node.ordered ? STYLES[mark] : 'bullet',
    start: node.start ?? 1,
    items: value,
    place: getNodePlace(node, context.draft.source.body),
  }));
}

/** Other parts of an item were reported when the Markdown was parsed. */
function buildItem(
  { children }: ListItem,
  context: BlockContext,
  marks: Template['numbering']['lists'],
): Checked<List['items'][number]> {
  const paragraphs = joinChecked(
    children
      .filter((child) => child.type === 'paragraph')
      .map((child) => renderBlockText(child.children, context)),
  );
  const lists = joinChecked(
    children.filter((child) => child.type === 'list').map((child) => buildList(child, context, marks)),
  );
  return {
    value: { content: joinLines(paragraphs.value), lists: lists.value },
    problems: [...paragraphs.problems, ...lists.problems],
  };
}
