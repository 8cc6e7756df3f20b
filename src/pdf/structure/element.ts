/**
 * The structure of a tagged PDF, which screen readers use (ISO 32000-1, 14.8). Elements contain marked
 * content, links and other elements in reading order.
 */

/**
 * The purpose of an element. The generation of the file gives it a type. A `Slot` keeps the position of content among its siblings
 * and is not written to the file.
 */
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Note'
  | 'BlockQuote'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Slot';

export interface ElementProperties {
  /** The text alternative of a figure. */
  alt?: string;
  /** Text that is read instead of the drawing, such as a bullet. */
  actualText?: string;
  id?: string;
  scope?: 'Row' | 'Column';
  /** The ids of a cell's headings, for cells whose headings do not follow from row and column. */
  headers?: string[];
  columnSpan?: number;
  rowSpan?: number;
  /** The elements that this one refers to: a contents entry its heading, a citation its footnote, and a footnote its citations. */
  refs?: Element[];
  listNumbering?: string;
  /** Left, bottom, right and top in the page's own coordinates, in points. */
  box?: [number, number, number, number];
}

/** A piece of a page's content. The id is unique on its page. */
interface MarkedContent {
  kind: 'content';
  id: number;
  page: PdfObject;
}

interface LinkAnnotation {
  kind: 'annotation';
  object: PdfObject;
  page: PdfObject;
}

/** An indirect object of the file, as pdfkit represents it. */
export interface PdfObject {
  id: number;
  data: Record<string, unknown>;
  end: () => void;
}

export interface Element {
  kind: 'element';
  role: Role;
  properties: ElementProperties;
  parent: Element | null;
  children: ElementChild[];
}

export type ElementChild = Element | MarkedContent | LinkAnnotation;

/** Content that is drawn but not read: lines, running heads, the draft mark. */
export interface Artifact {
  kind: 'artifact';
  /** The properties in PDF syntax. */
  properties: string;
}

/** The element or artifact to which drawn content belongs. */
export type Owner = Element | Artifact;

export const ARTIFACTS = {
  layout: createArtifact('<</Type /Layout>>'),
  header: createArtifact('<</Type /Pagination /Subtype /Header /Attached [/Top]>>'),
  footer: createArtifact('<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>'),
  watermark: createArtifact('<</Type /Pagination /Subtype /Watermark>>'),
  /** A table's header row on the pages after its first. */
  repeated: createArtifact('<</Type /Pagination>>'),
} as const;

function createArtifact(properties: string): Artifact {
  return { kind: 'artifact', properties };
}

export function createElement(role: Role, properties: ElementProperties = {}): Element {
  return { kind: 'element', role, properties, parent: null, children: [] };
}

/** Makes the child the last of its parent's children and returns it. */
export function appendChild(parent: Element, child: Element): Element {
  child.parent = parent;
  parent.children.push(child);
  return child;
}

/** Creates an element as the last child of its parent. */
export function appendElement(parent: Element, role: Role, properties?: ElementProperties): Element {
  return appendChild(parent, createElement(role, properties));
}

/** Returns the element itself, or the nearest ancestor of a slot that is not a slot. */
export function resolveSlot(element: Element): Element {
  return element.role === 'Slot' && element.parent ? resolveSlot(element.parent) : element;
}

/** Returns the children to write: slots are replaced by their children, and elements without content are left out. */
export function listContent({ children }: Element): ElementChild[] {
  return children.flatMap((child) => {
    if (child.kind !== 'element') return [child];
    if (child.role === 'Slot') return listContent(child);
    return hasContent(child) ? [child] : [];
  });
}

/** Returns true if an element is written to the file. */
export function isWritten(element: Element): boolean {
  return element.role !== 'Slot' && hasContent(element);
}

/** Returns the element itself, or its nearest ancestor that is written to the file. */
export function findWritten(element: Element): Element {
  return isWritten(element) || !element.parent ? element : findWritten(element.parent);
}

/** Empty cells count as content, because the grid of their table needs them. */
function hasContent({ role, children }: Element): boolean {
  const isCell = role === 'TD' || role === 'TH';
  return isCell || children.some((child) => child.kind !== 'element' || hasContent(child));
}
