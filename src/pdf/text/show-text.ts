import type { EmbeddedFont, PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import { encodeText, formatNumber } from './encode-text.js';
import { isSimpleText } from './simple-text.js';

/** A font, its size, and the start of a text on its baseline, in points from the left and the top of the page. */
export interface TextPlace {
  font: EmbeddedFont;
  size: number;
  x: number;
  y: number;
}

/**
 * Writes a text into a page or a drawing. `select` returns the operator that selects the font. It is only called for simple text:
 * other characters need fontkit's shaping, which pdfkit calls, and pdfkit selects the font for itself.
 */
export function showText(
  pdf: PDFDocumentClass,
  text: string,
  { font, size, x, y }: TextPlace,
  select = (): string => selectFont(pdf, font, size),
): void {
  if (!isSimpleText(text)) {
    pdf._font = font;
    pdf.fontSize(size);
    pdf.text(text, x, y, { lineBreak: false, wordCount: 1, baseline: 'alphabetic' });
    return;
  }
  // Text is drawn upright on pages that pdfkit turns upside down, so that y grows downwards.
  const place = `1 0 0 -1 ${formatNumber(x)} ${formatNumber(y)} Tm`;
  pdf.addContent(`BT\n${select()}${place}\n${encodeText(text, font)} TJ\nET`);
}

/** Returns the operator that selects a font, and adds the font to the resources of the page. */
export function selectFont({ page }: PDFDocumentClass, font: EmbeddedFont, size: number): string {
  page.fonts[font.id] ??= font.ref();
  return `/${font.id} ${formatNumber(size)} Tf\n`;
}
