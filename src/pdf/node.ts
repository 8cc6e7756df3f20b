/** A node of pdfmake's document definition, with what PaperLayoutBuilder reads besides. */
export type PdfNode = Record<string, unknown>;

/** A run of text within a node. */
export type PdfText = string | Record<string, unknown>;

/** An A4 column holds about this many points from margin to margin; tables are measured against the real width. */
export type Margin = [left: number, top: number, right: number, bottom: number];
