import { FONT_FILES } from '../fonts.js';

/** Characters that every face has, as a test checks. Almost every paper contains no others, so no font is opened. */
export const ALWAYS_PRINTABLE =
  /^[\u0020-\u007e\u00a0-\u017f\u2010-\u2015\u2018-\u201e\u2022\u2026\u2212\u25b2\u25bc\u25b3\u25bd]*$/;

/** Control characters and soft hyphens are never drawn. */
export const NEVER_DRAWN = /[\u0000-\u001f\u00ad]/;

/** Returns a test for characters that all four faces of the program's own typeface can print. */
export async function loadCoverage(): Promise<(character: string) => boolean> {
  const { openFont } = await import('../open-font.js');
  const fonts = Object.values(FONT_FILES).map(openFont);
  return (character) =>
    ALWAYS_PRINTABLE.test(character) ||
    NEVER_DRAWN.test(character) ||
    fonts.every((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
