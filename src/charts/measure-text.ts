import type { Font } from 'fontkit';
import { FONT_FILES } from '../fonts.js';
import { openFont } from '../open-font.js';

export interface TextStyle {
  /** Points. */
  size: number;
  bold: boolean;
}

/**
 * Measures text with the font files that the PDF embeds, so that lines break and centre as drawn. Returns points.
 * Kerning is left out: it moves a chart's label by less than a hundredth of its width.
 */
export function measureTextWidth(text: string, { size, bold }: TextStyle): number {
  const face = getFace(bold);
  let units = 0;
  for (const character of text) units += measureAdvance(character, face);
  return (units / face.font.unitsPerEm) * size;
}

/** Measures the height of capitals, and the reach of the font above and below its baseline. Returns points. */
export function measureFont({ size, bold }: TextStyle): {
  capital: number;
  ascent: number;
  descent: number;
} {
  const { font } = getFace(bold);
  const unit = size / font.unitsPerEm;
  return { capital: font.capHeight * unit, ascent: font.ascent * unit, descent: -font.descent * unit };
}

interface Face {
  font: Font;
  /** The width of each character that was measured before, in the font's units. */
  advances: Map<string, number>;
}

const faces = new Map<boolean, Face>();

/** Fonts are parsed once a process. The order of the calls does not change any result. */
function getFace(bold: boolean): Face {
  const face = faces.get(bold) ?? {
    font: openFont(bold ? FONT_FILES.bold : FONT_FILES.normal),
    advances: new Map<string, number>(),
  };
  faces.set(bold, face);
  return face;
}

function measureAdvance(character: string, { font, advances }: Face): number {
  const advance =
    advances.get(character) ?? font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
  advances.set(character, advance);
  return advance;
}
