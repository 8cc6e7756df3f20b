import { UNDRAWN } from '../model/drawing.js';
import type {
  Heading as MdHeading,
  List as MdList,
  ListItem,
  Paragraph as MdParagraph,
  PhrasingContent,
  RootContent,
  Table as MdTable,
} from 'mdast';
import { noteAnchor, plainText, type Block, type Inline, type List } from '../model/document.js';
import { OWN_NOTE, type Cell, type Fragment, type Manuscript, type Value } from '../model/manuscript.js';
import { didYouMean } from '../model/did-you-mean.js';
import { fault, type Place, type Problem } from '../model/problem.js';
import type { Template } from '../model/inputs.js';
import { insertOf, type DraftSection } from './draft.js';
import type { Enumeration, Target } from './enumerate.js';
import { inlineContent, type Surroundings } from './inline-content.js';
import { headingLevel } from './numbering.js';
import { parseMarkdown, placeOf, findUnsupported } from './parse-markdown.js';

type Insert = Extract<Value, { kind: 'insert' }>;

/** What every handler needs to know of the paper. */
export interface Workshop {
  manuscript: Manuscript;
  template: Template;
  enumeration: Enumeration;
  report: (problem: Problem) => void;
}

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

function surroundings(
  fragment: Fragment,
  section: Target['section'],
  order: number | null,
  shop: Workshop,
): Surroundings {
  return {
    fragment,
    section,
    order,
    template: shop.template,
    targets: shop.enumeration.targets,
    complete: shop.manuscript.complete,
    report: shop.report,
  };
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

function insertBlock(
  insert: Insert,
  own: { number: string | null; anchor: string },
  section: Target['section'],
  shop: Workshop,
): Block[] {
  const known = shop.manuscript[`${insert.what}s`];
  if (!Object.hasOwn(known, insert.id)) return unknownInsert(insert, Object.keys(known), shop);
  const run = (fragment: Fragment): Inline[] => fragmentInlines(fragment, section, shop);
  const { anchor } = own;
  const cell = (content: Cell): Inline[] =>
    Array.isArray(content) ? content.map((one) => marked(one, anchor)) : run(content);
  const number = `${shop.template.words[insert.what]} ${own.number ?? ''}`;
  if (insert.what === 'table') {
    const table = shop.manuscript.tables[insert.id];
    if (!table) return [];
    const columns = table.columns.map(({ heading, align }) => ({
      heading: [{ kind: 'text' as const, text: heading }],
      align,
      width: null,
    }));
    const rows = table.rows.map(({ kind, cells }) => ({ kind, cells: cells.map(cell) }));
    return [
      {
        kind: 'table',
        anchor,
        number,
        title: run(table.title),
        columns,
        rows,
        notes: table.notes.map(run),
        place: table.place,
      },
    ];
  }
  if (insert.what === 'chart') {
    const chart = shop.manuscript.charts[insert.id];
    if (!chart) return [];
    const words = {
      title: run(chart.title),
      subtitle: run(chart.subtitle),
      alternative: plainText(run(chart.alternative)),
    };
    const data = chart.data.map(({ label, cells }) => ({
      label: [{ kind: 'text' as const, text: label }],
      cells,
    }));
    return [
      {
        kind: 'chart',
        id: insert.id,
        anchor,
        number,
        ...words,
        drawing: UNDRAWN,
        dataColumns: chart.dataColumns,
        data,
        notes: chart.notes.map(run),
        place: chart.place,
      },
    ];
  }
  const diagram = shop.manuscript.diagrams[insert.id];
  if (!diagram) return [];
  const words = { title: run(diagram.title), alternative: plainText(run(diagram.alternative)) };
  const notes = diagram.notes.map(run);
  return [
    {
      kind: 'diagram',
      id: insert.id,
      anchor,
      number,
      ...words,
      data: diagram.data,
      drawing: UNDRAWN,
      notes,
      place: diagram.place,
    },
  ];
}

/** A mark knows that it leads to its table's first note; the table's anchor is known here. */
function marked(inline: Inline, anchor: string): Inline {
  if (inline.kind !== 'reference' || inline.target !== OWN_NOTE) return inline;
  return { ...inline, target: noteAnchor({ anchor }, 1) };
}

function unknownInsert({ what, id, place }: Insert, known: string[], shop: Workshop): Block[] {
  const file = what === 'diagram' ? 'diagrams/' : `${what}s.yaml`;
  const specified = shop.template[`${what}s`].some((one) => one.id === id);
  shop.report(
    specified
      ? fault('insert-exists', place, `none of the figures of the ${what} "${id}" is on file this quarter`, {
          hint: `Put them into this quarter's folder, or take the ${what} out of the template.`,
        })
      : fault('insert-exists', place, `${file} has no ${what} "${id}"`, {
          expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
          hint: didYouMean(id, known),
        }),
  );
  return [];
}

/** A sentence outside the sections: a title, a note, a header field. */
export function fragmentInlines(fragment: Fragment, section: Target['section'], shop: Workshop): Inline[] {
  const tree = parseMarkdown(fragment);
  for (const problem of findUnsupported(tree, fragment)) shop.report(problem);
  const paragraphs = tree.children.filter((node) => node.type === 'paragraph');
  const around = surroundings(fragment, section, null, shop);
  return paragraphs.flatMap((node, index): Inline[] => [
    ...(index > 0 ? [{ kind: 'break' as const }] : []),
    ...inlineContent(node.children, around),
  ]);
}
