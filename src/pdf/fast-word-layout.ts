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

/** What fontkit is asked for. */
type Face = Pick<EmbeddedFont['font'], 'postscriptName' | 'layout'>;

/** By face and pair of characters, in the face's units. A face does not change, so that one paper's pairs serve the next. */
const kernsOfFaces = new Map<string, Map<string, number>>();

/**
 * Lays out plain words from glyph widths and a table of kerned pairs that fills as pairs are met. fontkit goes through all of
 * the font's lookup tables for every new word, which was the longest single piece of making a paper; the widths are the same.
 */
export function useFastWordLayout(font: EmbeddedFont): void {
  const slow = font.layoutRun.bind(font);
  const glyphs = new Map<string, Glyph>();
  const kerns = kernsOf(font.font);
  const glyphOf = (character: string): Glyph => {
    let glyph = glyphs.get(character);
    if (!glyph) glyphs.set(character, (glyph = font.font.glyphForCodePoint(character.codePointAt(0) ?? 0)));
    return glyph;
  };
  font.layoutRun = (text, features) => {
    if (features || !PLAIN.test(text)) return slow(text, features);
    const run = Array.from(text, glyphOf);
    let advanceWidth = 0;
    const positions = run.map((glyph, index) => {
      const pair = text.slice(index, index + 2);
      let kern = pair.length === 2 ? kerns.get(pair) : 0;
      if (kern === undefined) {
        cacheKerning(font.font, text);
        kern = kerns.get(pair) ?? 0;
      }
      const xAdvance = (glyph.advanceWidth + kern) * font.scale;
      advanceWidth += xAdvance;
      return {
        xAdvance,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
        advanceWidth: glyph.advanceWidth * font.scale,
      };
    });
    return { glyphs: run, positions, advanceWidth };
  };
}

/** Puts every pair of the text's neighbours into the face's table. The text is plain: a glyph for each character. */
export function cacheKerning(face: Face, text: string): void {
  const kerns = kernsOf(face);
  const { glyphs, positions } = face.layout(text, KERNING_ONLY);
  glyphs.slice(1).forEach((_, index) => {
    const kern = (positions[index]?.xAdvance ?? 0) - (glyphs[index]?.advanceWidth ?? 0);
    kerns.set(text.slice(index, index + 2), kern);
  });
}

function kernsOf({ postscriptName }: Face): Map<string, number> {
  let kerns = kernsOfFaces.get(postscriptName);
  if (!kerns) kernsOfFaces.set(postscriptName, (kerns = new Map<string, number>()));
  return kerns;
}
