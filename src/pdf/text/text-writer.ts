import type { Inline } from 'pdfmake/js/LayoutBuilder.js';
import type { EmbeddedFont, PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import { encodeText, formatNumber } from './encode-text.js';
import { isSimpleText } from './simple-text.js';

/**
 * Writes texts into the pages of a PDF: one operator for each run of words, and colours and fonts only where they change.
 * pdfkit saves the graphics state around every text and lays it out again, which took twice as long and half as many bytes more.
 */
export class TextWriter {
  private colour: string | undefined;
  private font: EmbeddedFont | null = null;
  private size = 0;

  constructor(private readonly pdf: PDFDocumentClass) {}

  /** Call it after each new page, which starts in black and without a font. */
  startPage(): void {
    this.colour = undefined;
    this.font = null;
  }

  /** Writes a text in the style of a word. `x` and `baseline` are points from the left and the top of the page. */
  write(text: string, { font, fontSize, color }: Inline, x: number, baseline: number): void {
    this.setColour(color);
    if (!isSimpleText(text)) {
      this.writeShaped(text, font, fontSize, x, baseline);
      return;
    }
    const { pdf } = this;
    // Text is drawn upright on pages that pdfkit turns upside down, so that y grows downwards.
    const place = `1 0 0 -1 ${formatNumber(x)} ${formatNumber(baseline)} Tm`;
    pdf.addContent(`BT\n${this.chooseFont(font, fontSize)}${place}\n${encodeText(text, font)} TJ\nET`);
  }

  private setColour(colour: string): void {
    if (colour === this.colour) return;
    this.colour = colour;
    this.pdf.fillColor(this.pdf.resolveColor(colour, 'black'));
  }

  private chooseFont(font: EmbeddedFont, size: number): string {
    if (font === this.font && size === this.size) return '';
    this.font = font;
    this.size = size;
    this.pdf.page.fonts[font.id] ??= font.ref();
    return `/${font.id} ${formatNumber(size)} Tf\n`;
  }

  /** Other characters need fontkit's shaping, which pdfkit calls. */
  private writeShaped(text: string, font: EmbeddedFont, size: number, x: number, baseline: number): void {
    const { pdf } = this;
    pdf._font = font;
    pdf.fontSize(size);
    pdf.text(text, x, baseline, { lineBreak: false, wordCount: 1, baseline: 'alphabetic' });
  }
}
