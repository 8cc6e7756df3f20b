import type { Inline } from 'pdfmake/js/LayoutBuilder.js';
import type { EmbeddedFont, PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import { SIMPLE_CHARACTERS } from './simple-characters.js';
import { isSimpleText, placeSimpleText } from './simple-text.js';

/** Hexadecimal codes in an embedded font, by the index in `SIMPLE_CHARACTERS`. Filled at first use, because only used characters are embedded. */
type Codes = (string | undefined)[];

/**
 * Writes texts into the pages of a PDF: one operator for each run of words, and colours and fonts only where they change.
 * pdfkit saves the graphics state around every text and lays it out again, which took twice as long and half as many bytes more.
 */
export class TextWriter {
  private readonly codes = new Map<EmbeddedFont, Codes>();
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
  write(text: string, { font, fontSize, color = 'black' }: Inline, x: number, baseline: number): void {
    this.setColour(color);
    if (!isSimpleText(text)) {
      this.writeShaped(text, font, fontSize, x, baseline);
      return;
    }
    const { pdf } = this;
    // Text is drawn upright on pages that pdfkit turns upside down, so that y grows downwards.
    const place = `1 0 0 -1 ${format(x)} ${format(baseline)} Tm`;
    pdf.addContent(`BT\n${this.chooseFont(font, fontSize)}${place}\n[${this.encode(text, font)}] TJ\nET`);
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
    return `/${font.id} ${format(size)} Tf\n`;
  }

  /** Returns the operand of TJ: codes, with the kerning between them. */
  private encode(text: string, font: EmbeddedFont): string {
    const codes = this.codes.get(font) ?? [];
    this.codes.set(font, codes);
    let operand = '<';
    for (const { character, kerning } of placeSimpleText(text, font.metrics)) {
      operand += codes[character] ??= font.encode(SIMPLE_CHARACTERS[character] ?? '')[0].join('');
      if (kerning !== 0) operand += `>${format(-kerning * font.scale)}<`;
    }
    return `${operand}>`;
  }

  /** Other characters need fontkit's shaping, which pdfkit calls. */
  private writeShaped(text: string, font: EmbeddedFont, size: number, x: number, baseline: number): void {
    const { pdf } = this;
    pdf._font = font;
    pdf.fontSize(size);
    pdf.text(text, x, baseline, { lineBreak: false, wordCount: 1, baseline: 'alphabetic' });
  }
}

/** Writes a number with at most three decimals: a thousandth of a point. */
function format(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
