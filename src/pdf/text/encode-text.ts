import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import { findSimpleCharacter, SIMPLE_CHARACTERS, SPACE } from './simple-characters.js';

/** Hexadecimal codes, by the index in `SIMPLE_CHARACTERS`. Filled at first use, because only used characters are embedded. */
type Codes = (string | undefined)[];

const codesOfFonts = new WeakMap<EmbeddedFont, Codes>();

/**
 * Returns the operand of TJ for a simple text: the codes of its glyphs in the embedded font, with the kerning between them. It makes
 * no objects, because every character of a paper comes through here.
 */
export function encodeText(text: string, font: EmbeddedFont): string {
  const codes = codesOfFonts.get(font) ?? [];
  codesOfFonts.set(font, codes);
  const { findKerning } = font.metrics;
  let operand = '[<';
  let character = findSimpleCharacter(text, 0);
  for (let position = 1; position <= text.length; position++) {
    operand += codes[character] ??= font.encode(SIMPLE_CHARACTERS[character] ?? '')[0].join('');
    const next = findSimpleCharacter(text, position);
    const isLast = character === SPACE || position === text.length;
    const kerning = isLast ? 0 : findKerning(character, next);
    if (kerning !== 0) operand += `>${formatNumber(-kerning * font.scale)}<`;
    character = next;
  }
  return `${operand}>]`;
}

/** Writes a number of a page's content with at most three decimals. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
