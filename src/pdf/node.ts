/** A node of pdfmake's document definition, with what PaperLayoutBuilder reads besides. */
export type PdfNode = Record<string, unknown>;

/** A run of text within a node. */
export interface PdfText {
  text: string;
  [style: string]: unknown;
}
