/**
 * The structure of a tagged PDF: what a screen reader is told (ISO 32000-1, 14.8). Elements hold marked content, links and
 * other elements in reading order.
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
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  /** Keeps the place of content among its parent's children, and is none itself. */
  | 'Slot';

export interface ElementProperties {
  /** The text alternative. */
  alt?: string;
  /** What is read in place of what is drawn: a bullet. */
  actualText?: string;
  id?: string;
  scope?: 'Row' | 'Column';
  /** The ids of the header cells that a cell belongs to, where rows and columns do not say it. */
  headers?: string[];
  columnSpan?: number;
  listNumbering?: string;
  /** In the page's own coordinates. */
  box?: [number, number, number, number];
}

/** A piece of a page's content, by its number on that page. */
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

/** What pdfkit gives for an object of the file. */
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
  children: (Element | MarkedContent | LinkAnnotation)[];
}

/** What is drawn and is no part of the paper: rules, running heads, the draft mark. */
export interface Artifact {
  kind: 'artifact';
  properties: string;
}

export type Owner = Element | Artifact;

const artifact = (properties: string): Artifact => ({ kind: 'artifact', properties });

export const ARTIFACTS = {
  layout: artifact('<</Type /Layout>>'),
  header: artifact('<</Type /Pagination /Subtype /Header /Attached [/Top]>>'),
  footer: artifact('<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>'),
  watermark: artifact('<</Type /Pagination /Subtype /Watermark>>'),
  /** A table's head on the pages after its first. */
  repeated: artifact('<</Type /Pagination>>'),
} as const;

export function element(role: Role, properties: ElementProperties = {}): Element {
  return { kind: 'element', role, properties, parent: null, children: [] };
}

export function append(parent: Element, child: Element): Element {
  child.parent = parent;
  parent.children.push(child);
  return child;
}

/** The element that a slot stands for: itself, or the nearest above that is none. */
export function realElement(one: Element): Element {
  let here = one;
  while (here.role === 'Slot' && here.parent) here = here.parent;
  return here;
}

/** Takes slots out, their children moving up, and leaves out what is empty; empty cells stay, since the grid needs them. */
export function tidy(one: Element): void {
  one.children = one.children.flatMap((child) => {
    if (child.kind !== 'element') return [child];
    tidy(child);
    if (child.role === 'Slot') {
      for (const inner of child.children) if (inner.kind === 'element') inner.parent = one;
      return child.children;
    }
    const kept = child.children.length > 0 || child.role === 'TD' || child.role === 'TH';
    return kept ? [child] : [];
  });
}
