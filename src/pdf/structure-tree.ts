import type { Tag } from './node.js';
import { append, ARTIFACTS, element, type Element, type Owner } from './structure.js';

/** The nodes that own what is drawn, and the links of the contents list. */
export interface TaggedNode {
  tag?: Tag;
  /** Set here: who owns the lines and drawings that come from this node. */
  _owner?: Owner;
  /** Of a line of the contents list: one link for the whole of it. */
  _contentsLink?: { link: Element; label: string };
  /** Of a list item: its bullet or number. */
  _label?: Element;
  table?: { body: TaggedNode[][]; headerRows?: number };
  text?: unknown;
  toc?: { title?: TaggedNode; _table?: TaggedNode };
  columns?: TaggedNode[];
  stack?: TaggedNode[];
  ul?: TaggedNode[];
  ol?: TaggedNode[];
  [key: string]: unknown;
}

/**
 * The structure tree from the laid-out nodes, in the author's order; every node that draws is told its owner. A caption goes
 * into the table or figure after it. A drawing without a text alternative is our own fault, and throws.
 */
export function structureTree(content: TaggedNode): Element {
  const root = element('Document');
  visit(content, root, 'block');
  return root;
}

/** Within a list item or a cell, text needs no paragraph of its own. */
type Where = 'block' | 'inside';

function visit(node: TaggedNode, parent: Element, where: Where): void {
  const { tag } = node;
  if (tag === 'artifact') {
    node._owner = ARTIFACTS.layout;
    return;
  }
  const own = tag === undefined || tag === 'layout' ? null : open(tag, parent);
  if (node.stack || node.columns) visitAll(node.stack ?? node.columns ?? [], own ?? parent);
  else if (node.ul || node.ol) list(node, own ?? append(parent, element('L')));
  else if (node.table) table(node, parent, own);
  else if (node.toc) contents(node, parent);
  else if (node['svg'] !== undefined) {
    if (own?.role !== 'Figure' || !own.properties.alt)
      throw new Error('a drawing without a text alternative');
    node._owner = own;
  } else if (node.text !== undefined) {
    if (own) node._owner = own;
    else if (plain(node.text).trim() === '') node._owner = ARTIFACTS.layout;
    else node._owner = append(parent, element(where === 'inside' ? 'Slot' : 'P'));
  } else throw new Error(`a node that is not tagged: ${Object.keys(node).join(', ')}`);
}

function open({ role, ...properties }: Exclude<Tag, string>, parent: Element): Element {
  return append(parent, element(role, properties));
}

/** Siblings in order. A caption becomes the first thing within the table or figure that follows it. */
function visitAll(nodes: TaggedNode[], parent: Element): void {
  let caption: Element | null = null;
  for (const node of nodes) {
    const before = parent.children.length;
    visit(node, parent, 'block');
    const made = parent.children.slice(before).find((child) => child.kind === 'element');
    if (made?.role === 'Caption') {
      parent.children.splice(before, 1);
      caption = made;
    } else if (caption && (made?.role === 'Table' || made?.role === 'Figure')) {
      caption.parent = made;
      made.children.unshift(caption);
      caption = null;
    }
  }
  if (caption) throw new Error('a caption with nothing after it');
}

const NUMBERING: Record<string, string> = { 'lower-alpha': 'LowerAlpha', 'lower-roman': 'LowerRoman' };

function list(node: TaggedNode, parent: Element): void {
  const type = typeof node['type'] === 'string' ? node['type'] : '';
  parent.properties.listNumbering = node.ol ? (NUMBERING[type] ?? 'Decimal') : 'Disc';
  for (const item of node.ul ?? node.ol ?? []) {
    const entry = append(parent, element('LI'));
    item._label = append(entry, element('Lbl', node.ul ? { actualText: '\u2022' } : {}));
    visit(item, append(entry, element('LBody')), 'inside');
  }
}

function table(node: TaggedNode, parent: Element, own: Element | null): void {
  const body = node.table?.body ?? [];
  if (node.tag === 'layout') {
    visitAll(body.flat(), parent);
    return;
  }
  const whole = own ?? append(parent, element('Table'));
  const headRows = node.table?.headerRows ?? 0;
  const head = headRows > 0 ? append(whole, element('THead')) : whole;
  const rest = headRows > 0 ? append(whole, element('TBody')) : whole;
  body.forEach((row, index) => {
    const line = append(index < headRows ? head : rest, element('TR'));
    for (const cell of row) {
      if (cell['_span'] === true) continue;
      const { tag } = cell;
      const span = typeof cell['colSpan'] === 'number' ? { columnSpan: cell['colSpan'] } : {};
      const isCell = typeof tag === 'object' && (tag.role === 'TH' || tag.role === 'TD');
      const properties = isCell ? tag : { role: 'TD' as const };
      const made = open({ ...properties, ...span }, line);
      if (isCell) delete cell.tag;
      visit(cell, made, 'inside');
    }
  });
}

/** pdfmake makes a table of the contents list; to a reader it is a list of links. */
function contents({ toc }: TaggedNode, parent: Element): void {
  if (toc?.title) visit(toc.title, parent, 'block');
  const whole = append(parent, element('TOC'));
  for (const row of toc?._table?.table?.body ?? []) {
    const link = append(append(append(whole, element('TOCI')), element('Reference')), element('Link'));
    const label = plain(row[0]?.text); // the page number is known only when the pages are drawn
    for (const cell of row) {
      cell._owner = link;
      cell._contentsLink = { link, label };
    }
  }
}

/** The words of a text node, however they are nested. */
export function plain(text: unknown): string {
  if (Array.isArray(text)) return text.map(plain).join('');
  if (typeof text === 'object' && text !== null && 'text' in text) return plain(text.text);
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}
