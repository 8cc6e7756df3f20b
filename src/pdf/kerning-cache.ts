import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';

type Face = Pick<EmbeddedFont['font'], 'postscriptName' | 'layout'> &
  Partial<Pick<EmbeddedFont['font'], 'head'>>;

/** The kerning of pairs of characters, in font units. */
export type KerningOfPairs = Map<string, number>;

/**
 * A cache for the life of the process. The kerning of a face never changes, and the next paper needs the same
 * pairs. The key is the face's PostScript name and checksum, because a project may replace a font by another version.
 */
const cache = new Map<string, KerningOfPairs>();

/** The OpenType features besides kerning that fontkit looks up by default. */
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

/** Returns the cached kerning of a face, which `cacheKerning` fills. */
export function getKerning({ postscriptName, head }: Pick<Face, 'postscriptName' | 'head'>): KerningOfPairs {
  const key = `${postscriptName} ${head?.checkSumAdjustment ?? 0}`;
  const known = cache.get(key);
  if (known) return known;
  const kerning: KerningOfPairs = new Map();
  cache.set(key, kerning);
  return kerning;
}

/** Caches the kerning of every adjacent pair in a text. Each character of the text must have exactly one glyph. */
export function cacheKerning(face: Face, text: string): void {
  const kerning = getKerning(face);
  const { glyphs, positions } = face.layout(text, KERNING_ONLY);
  glyphs.slice(1).forEach((_next, index) => {
    const advance = positions[index]?.xAdvance ?? 0;
    kerning.set(text.slice(index, index + 2), advance - (glyphs[index]?.advanceWidth ?? 0));
  });
}
