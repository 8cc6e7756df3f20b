import type { EmbeddedFont, Glyph } from 'pdfmake/js/PDFDocument.js';
import { cacheKerning, getKerning, type KerningOfPairs } from './kerning-cache.js';

/** Latin letters, digits and English punctuation. Of all shaping, only kerning changes their positions. */
const SIMPLE_TEXT = /^[\u0020-\u007e\u00a0-\u017f\u2010-\u2026]*$/;

/**
 * Replaces a font's `layoutRun`. Simple text is laid out from glyph widths and cached kerning, and gets the
 * same widths. fontkit searches all lookup tables of the font for every new word. That took longer than any
 * other part of a build.
 */
export function installFastWordLayout(font: EmbeddedFont): void {
  const layoutRun = font.layoutRun.bind(font);
  const findGlyph = createGlyphFinder(font);
  const kerning = getKerning(font.font); // once, because fontkit decodes the name of the face each time
  font.layoutRun = (text, features) => {
    if (features || !SIMPLE_TEXT.test(text)) return layoutRun(text, features);
    return layOutSimpleText(Array.from(text, findGlyph), text, font, kerning);
  };
}

function layOutSimpleText(
  glyphs: Glyph[],
  text: string,
  font: EmbeddedFont,
  kerning: KerningOfPairs,
): ReturnType<EmbeddedFont['layoutRun']> {
  let advanceWidth = 0;
  const positions = glyphs.map((glyph, index) => {
    const xAdvance = (glyph.advanceWidth + findKerning(text, index, font, kerning)) * font.scale;
    advanceWidth += xAdvance;
    return {
      xAdvance,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
      advanceWidth: glyph.advanceWidth * font.scale,
    };
  });
  return { glyphs, positions, advanceWidth };
}

/** Returns the kerning between a character and the next one, in font units. */
function findKerning(text: string, index: number, { font }: EmbeddedFont, kerning: KerningOfPairs): number {
  const pair = text.slice(index, index + 2);
  if (pair.length < 2) return 0;
  if (!kerning.has(pair)) cacheKerning(font, text);
  return kerning.get(pair) ?? 0;
}

function createGlyphFinder({ font }: EmbeddedFont): (character: string) => Glyph {
  const glyphs = new Map<string, Glyph>();
  return (character) => {
    const known = glyphs.get(character);
    if (known) return known;
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    glyphs.set(character, glyph);
    return glyph;
  };
}
