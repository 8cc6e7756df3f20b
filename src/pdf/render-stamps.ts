import type { PageSize } from 'pdfmake/js/PageSize.js';
import { FONT_FAMILY } from '../fonts.js';
import type { Document } from '../model/document.js';
import type { Look } from '../model/look.js';
import { collectBytes } from './collect-bytes.js';
import { chooseGeneration } from './generations/choose-generation.js';
import { PaperPdf } from './paper-pdf.js';
import { showText } from './text/show-text.js';

/** A line of text for a page of another PDF, at its right margin. */
export interface Stamp {
  text: string;
  /** The size of the page, in points. */
  page: PageSize;
  /** Points from the top of the page. */
  baseline: number;
}

/** The type size of stamps, in points. */
const STAMP_SIZE = 9;

/**
 * Returns a PDF with a page for each stamp, and nothing else on it, in the bold face and the ink of the theme. It is a source of drawings
 * for other PDFs, and not tagged.
 */
export async function renderStamps(
  stamps: readonly Stamp[],
  document: Document,
  { theme, fonts }: Look,
): Promise<Uint8Array> {
  const [first] = stamps;
  if (!first) throw new Error('internal error: there are no stamps');
  const pdf = new PaperPdf(document, first.page, fonts, chooseGeneration(theme.pdf.version));
  const bytes = collectBytes(pdf);
  const font = pdf.provideFont(FONT_FAMILY, true, false);
  for (const { text, page, baseline } of stamps) {
    pdf.addPage({ size: [page.width, page.height] });
    pdf.fillColor(pdf.resolveColor(theme.colours.ink, 'black'));
    const x = page.width - theme.page.margins.right - font.widthOfString(text, STAMP_SIZE);
    showText(pdf, text, { font, size: STAMP_SIZE, x, y: baseline });
  }
  pdf.end();
  return bytes;
}
