import type { ElementProperties, Role } from '../structure/element.js';
import type { LayoutHints } from './layout-hints.js';

/**
 * A node of pdfmake's document definition: a closed union of the shapes that this program builds.
 *
 * `@types/pdfmake` is not used. Its `Content` also allows strings, nested arrays and QR codes, so no
 * walk over it can be exhaustive. It also has no place for our own keys and for those that pdfmake adds.
 */
export type PdfNode =
  TextNode | StackNode | ColumnsNode | TableNode | ListNode | DrawingNode | ImageNode | LineNode;

/** Left, top, right, bottom, in points. */
export type Margin = [left: number, top: number, right: number, bottom: number];

/** Text properties. A node passes them on to the nodes within it. */
interface TextStyle {
  bold?: boolean;
  italics?: boolean;
  fontSize?: number;
  /** A multiple of the typeface's own distance between lines. */
  lineHeight?: number;
  color?: string;
  alignment?: 'left' | 'right' | 'center';
}

/** A run of text within a text node. */
export interface TextRun extends TextStyle {
  text: string;
  /** The name of another typeface. */
  font?: string;
  noWrap?: boolean;
  decoration?: 'underline' | 'lineThrough';
  /** True for the raised number of a footnote. */
  sup?: boolean;
  /** A URL. */
  link?: string;
  /** The id of a node. */
  linkToDestination?: string;
}

/**
 * The node's meaning for a screen reader. Without a tag, a text is a paragraph, and lists and tables are
 * lists and tables. An `artifact` is drawn but not read. A `layout` table only positions its cells. The cells of a `list` table
 * are the items of a list. The columns of `contents` are tables of headings and their pages.
 */
export type Tag = ({ role: Role } & ElementProperties) | 'artifact' | 'layout' | 'list' | 'contents';

interface AnyNode extends TextStyle, LayoutHints {
  tag?: Tag;
  /** The destination of links. */
  id?: string;
  margin?: Margin;
  /** The width of a column, in points or as wide as its content. */
  width?: number | 'auto';
  /** The number of columns that a table cell spans. */
  colSpan?: number;
  /** True for the cells that another cell spans. pdfmake sets it. */
  _span?: boolean;
}

export interface TextNode extends AnyNode, Partial<Bookmark> {
  text: string | TextRun[];
  /** The id of a node, for a text that is a link. */
  linkToDestination?: string;
  /** The id of a node. The text is the number of its page. */
  pageReference?: string;
}

/** An entry of the PDF's outline. */
export interface Bookmark {
  id: string;
  outline: true;
  outlineText: string;
  outlineParentId?: string;
}

export interface StackNode extends AnyNode {
  stack: PdfNode[];
}

export interface ColumnsNode extends AnyNode {
  columns: PdfNode[];
  columnGap?: number;
}

export interface TableNode extends AnyNode {
  table: {
    body: (TextNode | StackNode)[][];
    widths: (number | '*' | 'auto')[];
  };
  layout: 'noBorders' | TableLayout;
}

/** The lines, tints and padding of a table. Rows count from 0, and a line has the number of the row under it. */
export interface TableLayout {
  hLineWidth: (line: number) => number;
  hLineColor: (line: number) => string;
  vLineWidth: () => number;
  fillColor: (row: number) => string | null;
  paddingLeft: (column: number) => number;
  paddingRight: () => number;
  paddingTop: () => number;
  paddingBottom: () => number;
}

export type ListNode = BulletListNode | NumberedListNode;

interface BulletListNode extends AnyNode {
  ul: (TextNode | StackNode)[];
  markerColor: string;
}

interface NumberedListNode extends AnyNode {
  ol: (TextNode | StackNode)[];
  start: number;
  type: 'decimal' | 'lower-alpha' | 'lower-roman';
  /** Before and after the number. */
  separator?: [string, string];
  markerColor: string;
}

export interface DrawingNode extends AnyNode {
  svg: string;
  /** True for charts and diagrams, whose SVG is the program's own. */
  isOwnDrawing?: boolean;
  /** Settings of the library that draws the SVG. Without a callback, it prints its warnings. */
  options?: { warningCallback: () => void };
  width: number;
  height: number;
}

/** A PNG or JPEG. */
export interface ImageNode extends AnyNode {
  /** A `data:` URL. */
  image: string;
  width: number;
  height: number;
}

/** A horizontal line. */
export interface LineNode extends AnyNode {
  canvas: {
    type: 'line';
    x1: number;
    y1: number;
    x2: number;
    y2: number;
    lineWidth: number;
    lineColor: string;
  }[];
}
