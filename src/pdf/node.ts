import type { ElementProperties, Role } from './structure.js';

/** A node of pdfmake's document definition, with what PaperLayoutBuilder and the structure tree read besides. */
export type PdfNode = Record<string, unknown>;

/** A run of text within a node. */
export interface PdfText {
  text: string;
  [style: string]: unknown;
}

/**
 * What a node is to a screen reader, under the key `tag`. Without one, a text is a paragraph, and lists and tables are what
 * they are. `artifact` is drawn and not read; `layout` is a table that only places its cells.
 */
export type Tag = ({ role: Role } & ElementProperties) | 'artifact' | 'layout';
