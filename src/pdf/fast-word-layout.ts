import type { EmbeddedFont, Glyph } from 'pdfmake/js/PDFDocument.js';

/** Latin letters, digits and the punctuation of English: no other shaping than kerning changes how these stand. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u017f\u2010-\u2026]*$/;

/** Everything that fontkit would look up besides kerning. */
const KERNING_ONLY = Object.fromEntries(
  [
    'ccmp',
    'locl',
    'rlig',
    'liga',
    'clig',
    'calt',
    'rclt',
    'rvrn',
    'frac',
    'numr',
    'dnom',
    'ltra',
    'ltrm',
    'mark',
    'mkmk',
    'curs',
    'dist',
    'abvm',
    'blwm',
  ].map((feature) => [feature, false]),
);

/**
 * Lays out plain words from glyph widths and a table of kerned pairs that fills as pairs are met. fontkit goes through all of
 * the font's lookup tables for every new word, which was the longest single piece of making a paper; the widths are the same.
 */
export function useFastWordLayout(font: EmbeddedFont): void {
  const slow = font.layoutRun.bind(font);
  const glyphs = new Map<string, Glyph>();
  const kerns = new Map<string, number>();
  const glyphOf = (character: string): Glyph => {
    let glyph = glyphs.get(character);
    if (!glyph) glyphs.set(character, (glyph = font.font.glyphForCodePoint(character.codePointAt(0) ?? 0)));
    return glyph;
  };
  const kernOf = (pair: string, first: Glyph, second: Glyph): number => {
    let kern = kerns.get(pair);
    if (kern === undefined)
      kerns.set(
        pair,
        (kern = font.font.layout(pair, KERNING_ONLY).advanceWidth - first.advanceWidth - second.advanceWidth),
      );
    return kern;
  };
  font.layoutRun = (text, features) => {
    if (features || !PLAIN.test(text)) return slow(text, features);
    const run = Array.from(text, glyphOf);
    const positions = run.map((glyph, index) => {
      const next = run[index + 1];
      const kern = next ? kernOf(text.slice(index, index + 2), glyph, next) : 0;
      return {
        xAdvance: (glyph.advanceWidth + kern) * font.scale,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
        advanceWidth: glyph.advanceWidth * font.scale,
      };
    });
    return {
      glyphs: run,
      positions,
      advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
    };
  };
}
