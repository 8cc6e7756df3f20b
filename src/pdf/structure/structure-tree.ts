import type {
  ColumnsNode,
  LineNode,
  ListNode,
  PdfNode,
  StackNode,
  TableNode,
  Tag,
  TextNode,
} from '../nodes/pdf-node.js';
import {
  appendElement,
  ARTIFACTS,
  createElement,
  type Element,
  type ElementProperties,
  type Owner,
} from './element.js';
import { joinText } from './join-text.js';
import { placeCaption } from './place-caption.js';

/** The link of a row of the contents list. Its label is the heading, because the page number is only known later. */
export interface ContentsLink {
  element: Element;
  label: string;
}

/** Text in a list item or a cell needs no paragraph of its own. */
type Position = 'block' | 'inside';

/**
 * The structure tree of a laid-out document, in the order of its nodes. It records the owner of everything
 * that a node draws. pdfmake keeps the identity of nodes while it works, so they are the keys.
 */
export class StructureTree {
  readonly root = createElement('Document');
  /** The owner of the lines and drawings of each node. */
  readonly owners = new Map<object, Owner>();
  /** The element of each list item's bullet or number. */
  readonly labels = new Map<object, Element>();
  /** The link of each cell of the contents list. */
  readonly contentsLinks = new Map<object, ContentsLink>();
  /** The element of each node that links lead to, by the node's id. */
  readonly targets = new Map<string, Element>();
  /** The entries of the contents list, with the id of their heading. */
  private readonly contentsEntries: { entry: Element; target: string }[] = [];

  constructor(document: PdfNode) {
    this.addNode(document, this.root, 'block');
    for (const { entry, target } of this.contentsEntries) {
      const heading = this.targets.get(target);
      if (heading) entry.properties.refs = [heading];
    }
  }

  private addNode(node: PdfNode, parent: Element, position: Position): void {
    if (node.tag === 'artifact') this.owners.set(node, ARTIFACTS.layout);
    else if (typeof node.tag === 'object') this.addTagged(node, node.tag, parent);
    else this.addUntagged(node, parent, position);
  }

  private addTagged(node: PdfNode, { role, ...properties }: Exclude<Tag, string>, parent: Element): void {
    const element = appendElement(parent, role, properties);
    if (node.id !== undefined) this.targets.set(node.id, element);
    if ('text' in node) this.owners.set(node, element);
    else if ('svg' in node || 'image' in node) this.addDrawing(node, element);
    else if ('ul' in node || 'ol' in node) this.addItems(node, element);
    else if ('table' in node) this.addRows(node, element);
    else this.addContainer(node, element);
  }

  private addUntagged(node: PdfNode, parent: Element, position: Position): void {
    if ('text' in node) this.owners.set(node, createTextOwner(node, parent, position));
    else if ('svg' in node || 'image' in node)
      throw new Error('internal error: a drawing is not tagged as a figure');
    else if ('ul' in node || 'ol' in node) this.addItems(node, appendElement(parent, 'L'));
    else if (node.tag === 'contents') this.addContentsList(node, parent);
    else if (!('table' in node)) this.addContainer(node, parent);
    else if (node.tag === 'layout') this.addSiblings(node.table.body.flat(), parent);
    else if (node.tag === 'list') this.addCellItems(node, appendElement(parent, 'L'));
    else this.addRows(node, appendElement(parent, 'Table'));
  }

  private addContainer(node: StackNode | ColumnsNode | LineNode, element: Element): void {
    if ('stack' in node) this.addSiblings(node.stack, element);
    else if ('columns' in node) this.addSiblings(node.columns, element);
    else {
      node satisfies LineNode;
      throw new Error('internal error: a line is not tagged as an artifact');
    }
  }

  /** A caption becomes the first child of the table or figure that follows it. */
  private addSiblings(nodes: PdfNode[], parent: Element): void {
    let caption: Element | null = null;
    for (const node of nodes) {
      const start = parent.children.length;
      this.addNode(node, parent, 'block');
      caption = placeCaption(parent, start, caption);
    }
    if (caption) throw new Error('internal error: no table or figure follows a caption');
  }

  private addItems(node: ListNode, list: Element): void {
    list.properties.listNumbering = findNumbering(node);
    const isBulleted = 'ul' in node;
    for (const item of isBulleted ? node.ul : node.ol) {
      const element = appendElement(list, 'LI');
      this.labels.set(item, appendElement(element, 'Lbl', isBulleted ? { actualText: '\u2022' } : {}));
      this.addNode(item, appendElement(element, 'LBody'), 'inside');
    }
  }

  /** Adds each cell as an item of a list without bullets. Empty cells only fill their row. */
  private addCellItems({ table: { body } }: TableNode, list: Element): void {
    for (const cell of body.flat())
      if ('stack' in cell) this.addNode(cell, appendElement(appendElement(list, 'LI'), 'LBody'), 'block');
      else this.owners.set(cell, ARTIFACTS.layout);
  }

  private addRows({ table: { body }, headRows = 0 }: TableNode, table: Element): void {
    const head = headRows > 0 ? appendElement(table, 'THead') : table;
    const rest = headRows > 0 ? appendElement(table, 'TBody') : table;
    const [upper = [], lower = []] = body;
    if (headRows === 2) this.addHeads(upper, lower, head);
    body.forEach((cells, index) => {
      if (headRows === 2 && index < 2) return;
      const row = appendElement(index < headRows ? head : rest, 'TR');
      for (const cell of cells) this.addCell(cell, row);
    });
  }

  /** Adds two rows of headings. A heading with nothing above it spans both, and so is read in the order of the columns. */
  private addHeads(upper: Cell[], lower: Cell[], head: Element): void {
    const [upperRow, lowerRow] = [appendElement(head, 'TR'), appendElement(head, 'TR')];
    lower.forEach((cell, column) => {
      const above = upper[column];
      const isTall = above !== undefined && !above._span && isEmptyText(above);
      if (isTall) this.owners.set(above, ARTIFACTS.layout);
      else if (above) this.addCell(above, upperRow);
      this.addCell(cell, isTall ? upperRow : lowerRow, isTall ? { rowSpan: 2 } : {});
    });
  }

  private addCell(cell: Cell, row: Element, rows: Pick<ElementProperties, 'rowSpan'> = {}): void {
    if (cell._span) return;
    const span = { ...rows, ...(cell.colSpan !== undefined && { columnSpan: cell.colSpan }) };
    const { tag } = cell;
    if (typeof tag === 'object' && (tag.role === 'TH' || tag.role === 'TD')) {
      const { role, ...properties } = tag;
      this.addUntagged(cell, appendElement(row, role, { ...properties, ...span }), 'inside');
    } else this.addNode(cell, appendElement(row, 'TD', span), 'inside');
  }

  /** For a reader, the tables of headings and their pages are one list of links. */
  private addContentsList(node: PdfNode, parent: Element): void {
    const list = appendElement(parent, 'TOC');
    for (const row of 'columns' in node ? node.columns.flatMap(listTableRows) : []) {
      const entry = appendElement(list, 'TOCI');
      const element = appendElement(appendElement(entry, 'Reference'), 'Link');
      const [heading] = row;
      if (heading && 'text' in heading && heading.linkToDestination !== undefined)
        this.contentsEntries.push({ entry, target: heading.linkToDestination });
      const label = heading && 'text' in heading ? joinText(heading.text) : '';
      for (const cell of row) {
        this.owners.set(cell, element);
        this.contentsLinks.set(cell, { element, label });
      }
    }
  }

  private addDrawing(node: PdfNode, element: Element): void {
    if (element.role !== 'Figure' || !element.properties.alt)
      throw new Error('internal error: a drawing has no text alternative');
    this.owners.set(node, element);
  }
}

type Cell = TextNode | StackNode;

function listTableRows(node: PdfNode): Cell[][] {
  return 'table' in node ? node.table.body : [];
}

function isEmptyText(cell: Cell): boolean {
  return 'text' in cell && joinText(cell.text).trim() === '';
}

function createTextOwner({ text }: TextNode, parent: Element, position: Position): Owner {
  if (joinText(text).trim() === '') return ARTIFACTS.layout;
  return appendElement(parent, position === 'inside' ? 'Slot' : 'P');
}

const NUMBERING = { decimal: 'Decimal', 'lower-alpha': 'LowerAlpha', 'lower-roman': 'LowerRoman' } as const;

function findNumbering(list: ListNode): string {
  if ('ul' in list) return 'Disc';
  return NUMBERING[list.type];
}
