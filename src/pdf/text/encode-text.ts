import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import { SIMPLE_CHARACTERS } from './simple-characters.js';
import { placeSimpleText } from './simple-text.js';

/** Hexadecimal codes, by the index in `SIMPLE_CHARACTERS`. Filled at first use, because only used characters are embedded. */
type Codes = (string | undefined)[];

const codesOfFonts = new WeakMap<EmbeddedFont, Codes>();

/** Returns the operand of TJ for a simple text: the codes of its glyphs in the embedded font, with the kerning between them. */
export function encodeText(text: string, font: EmbeddedFont): string {
  const codes = codesOfFonts.get(font) ?? [];
  codesOfFonts.set(font, codes);
  let operand = '<';
  for (const { character, kerning } of placeSimpleText(text, font.metrics)) {
    operand += codes[character] ??= font.encode(SIMPLE_CHARACTERS[character] ?? '')[0].join('');
    if (kerning !== 0) operand += `>${formatNumber(-kerning * font.scale)}<`;
  }
  return `[${operand}>]`;
}

/** Writes a number of a page's content with at most three decimals. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
