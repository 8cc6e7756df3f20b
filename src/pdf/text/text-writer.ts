import type { Inline } from 'pdfmake/js/LayoutBuilder.js';
import type { EmbeddedFont, PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import { selectFont, showText } from './show-text.js';

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
    const place = { font, size: fontSize, x, y: baseline };
    showText(this.pdf, text, place, () => this.chooseFont(font, fontSize));
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
    return selectFont(this.pdf, font, size);
  }
}
