import type {
  Heading as MdHeading,
  List as MdList,
  ListItem,
  Paragraph as MdParagraph,
  PhrasingContent,
  RootContent,
  Table as MdTable,
} from 'mdast';
import type { List } from '../model/blocks/list.js';
import type { Block } from '../model/blocks/block.js';
import type { Inline } from '../model/inline.js';
import type { Template } from '../model/template.js';
import type { Fragment } from '../model/fragment.js';
import type { Place } from '../model/problem.js';
import { insertOf, type DraftSection } from './draft.js';
import type { Target } from './enumerate.js';
import { surroundings, type Workshop } from './fragment-inlines.js';
import { inlineContent } from './inline-content.js';
import { insertBlock } from './insert-block.js';
import { headingLevel } from './numbering.js';
import { placeOf } from './parse-markdown.js';

/** The blocks of one section. */
export function sectionBlocks(draft: DraftSection, section: Target['section'], shop: Workshop): Block[] {
  const text = (nodes: readonly PhrasingContent[], order: number | null): Inline[] =>
    inlineContent(nodes, surroundings(draft.source.body, section, order, shop));
  let owner: number | null = null; // a list belongs to the paragraph before it, and must not cite that one
  return draft.tree.children.flatMap((node): Block[] => {
    const known = shop.enumeration.nodes.get(node);
    if (node.type === 'paragraph') owner = known?.order ?? null;
    else if (node.type !== 'list') owner = null;
    return blockOf(node, draft, section, (nodes) => text(nodes, owner), shop);
  });
}

type Text = (nodes: readonly PhrasingContent[]) => Inline[];

function blockOf(
  node: RootContent,
  draft: DraftSection,
  section: Target['section'],
  text: Text,
  shop: Workshop,
): Block[] {
  const { number = null, anchor = '' } = shop.enumeration.nodes.get(node) ?? {};
  const place = placeOf(node, draft.source.body);
  switch (node.type) {
    case 'heading':
      return [headingBlock(node, { number, anchor, place }, text)];
    case 'paragraph':
      return paragraphBlock(node, draft, section, { number, anchor, place }, text, shop);
    case 'list':
      return [listBlock(node, draft.source.body, text, shop.template.numbering.lists)];
    case 'blockquote':
      return node.children.flatMap((child): Block[] =>
        child.type === 'paragraph'
          ? [{ kind: 'note', content: text(child.children), place: placeOf(child, draft.source.body) }]
          : blockOf(child, draft, section, text, shop),
      );
    case 'table':
      return [wordTable(node, { anchor, place }, text)];
    default:
      return []; // refused, and reported, when the tree was parsed
  }
}

/** A heading's number is part of its words, so that contents list, bookmarks and headings agree. */
function headingBlock(
  { depth, children }: MdHeading,
  { number, anchor, place }: { number: string | null; anchor: string; place: Place },
  text: Text,
): Block {
  const prefix: Inline[] = number === null ? [] : [{ kind: 'text', text: `${number} ` }];
  return {
    kind: 'heading',
    level: headingLevel(depth),
    anchor,
    content: [...prefix, ...text(children)],
    place,
  };
}

function paragraphBlock(
  node: MdParagraph,
  draft: DraftSection,
  section: Target['section'],
  own: { number: string | null; anchor: string; place: Place },
  text: Text,
  shop: Workshop,
): Block[] {
  const insert = insertOf(node, draft.source.body);
  if (insert) return insertBlock(insert, own, section, shop);
  const content = text(node.children);
  return content.length === 0 ? [] : [{ kind: 'paragraph', ...own, content }];
}

type ListMarks = Template['numbering']['lists'];

const LIST_STYLES = { numbers: 'decimal', letters: 'lower-alpha', roman: 'lower-roman' } as const;

/** `marks` are those of numbered lists from here inwards. */
function listBlock(node: MdList, body: Fragment, text: Text, marks: ListMarks): List {
  const [mark = 'numbers', ...inner] = marks;
  const within = node.ordered && inner.length > 0 ? inner : marks;
  return {
    kind: 'list',
    style: node.ordered ? LIST_STYLES[mark] : 'bullet',
    start: node.start ?? 1,
    items: node.children.map((item) => listItem(item, body, text, within)),
    place: placeOf(node, body),
  };
}

function listItem(item: ListItem, body: Fragment, text: Text, marks: ListMarks): List['items'][number] {
  const paragraphs = item.children
    .filter((child) => child.type === 'paragraph')
    .map((child) => text(child.children));
  return {
    content: paragraphs.flatMap((one, index): Inline[] => (index === 0 ? one : [{ kind: 'break' }, ...one])),
    lists: item.children
      .filter((child) => child.type === 'list')
      .map((child) => listBlock(child, body, text, marks)),
  };
}

/** A pipe table: words in rows. Figures belong in `tables.yaml`. */
function wordTable(node: MdTable, own: { anchor: string; place: Place }, text: Text): Block {
  const [head, ...rows] = node.children.map((row) => row.children.map((cell) => text(cell.children)));
  return {
    kind: 'table',
    ...own,
    number: null,
    title: [],
    columns: (head ?? []).map((heading, index) => ({
      heading,
      align: node.align?.[index] === 'right' ? 'right' : 'left',
      width: null,
    })),
    rows: rows.map((cells) => ({ kind: 'data', cells })),
    notes: [],
  };
}
