import type { EmbeddedFont, Glyph } from 'pdfmake/js/PDFDocument.js';
import type { FaceMetrics } from './face-metrics.js';
import { isSimpleText, measureSimpleText, placeSimpleText } from './simple-text.js';
import { SIMPLE_CHARACTERS } from './simple-characters.js';

/**
 * Replaces how a font measures and lays out text. Simple text is laid out from the face's metrics, and gets the same widths.
 * fontkit searches all lookup tables of the font for every new word. That took longer than any other part of a build.
 */
export function installFastText(font: EmbeddedFont, metrics: FaceMetrics): void {
  const widthOfString = font.widthOfString.bind(font);
  const layoutRun = font.layoutRun.bind(font);
  const glyphs = SIMPLE_CHARACTERS.map((character, index) => makeGlyph(character, index, metrics));
  const { scale } = font;
  font.metrics = metrics;
  font.widthOfString = (text, size, features) => {
    const width = features ? -1 : measureSimpleText(text, metrics);
    return width < 0 ? widthOfString(text, size, features) : width * scale * (size / 1000);
  };
  font.layoutRun = (text, features) => {
    if (features || !isSimpleText(text)) return layoutRun(text, features);
    return layOutSimpleText(text, metrics, glyphs, scale);
  };
}

function makeGlyph(character: string, index: number, { glyphs, advances }: FaceMetrics): Glyph {
  return {
    id: glyphs[index] ?? 0,
    advanceWidth: advances[index] ?? 0,
    codePoints: [character.charCodeAt(0)],
  };
}

const NO_GLYPH: Glyph = { id: 0, advanceWidth: 0, codePoints: [] };

function layOutSimpleText(
  text: string,
  metrics: FaceMetrics,
  allGlyphs: readonly Glyph[],
  scale: number,
): ReturnType<EmbeddedFont['layoutRun']> {
  let total = 0;
  const placed = placeSimpleText(text, metrics);
  const glyphs = placed.map(({ character }) => allGlyphs[character] ?? NO_GLYPH);
  const positions = placed.map(({ kerning }, index) => {
    const advanceWidth = (glyphs[index]?.advanceWidth ?? 0) * scale;
    const xAdvance = advanceWidth + kerning * scale;
    total += xAdvance;
    return { xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth };
  });
  return { glyphs, positions, advanceWidth: total };
}
