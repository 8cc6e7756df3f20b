import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';

/** The parts of fontkit's font that measure text. */
export type Face = Pick<EmbeddedFont['font'], 'layout' | 'glyphForCodePoint'> &
  Partial<Pick<EmbeddedFont['font'], 'head'>>;
