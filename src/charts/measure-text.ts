import type { Font } from 'fontkit';
import { FONT_FILES } from '../fonts.js';
import { isBorrowed } from '../model/typeface-coverage.js';
import { SOURCE_SANS, type FontFiles, type Typeface } from '../model/typeface.js';
import { openFont } from '../open-font.js';

export interface TextStyle {
  /** Points. */
  size: number;
  bold: boolean;
}

interface Face {
  font: Font;
  /** The width of each character that was measured before, as a share of the type size. */
  advances: Map<string, number>;
}

type FaceName = 'normal' | 'bold';

/** The fonts of the program, which are parsed once a process. The order of the calls does not change any result. */
const programFaces = new Map<FaceName, Face>();

/** The typeface of the drawings in progress, and its parsed fonts. Drawing is synchronous, so papers do not meet. */
let typeface: Typeface = SOURCE_SANS;
let fontFiles: FontFiles | null = null;
let ownFaces = new Map<FaceName, Face>();

/** Sets the typeface in which texts are measured from now on. `fonts` are its files; null for the program's own typeface. */
export function setChartFonts(chosen: Typeface, fonts: FontFiles | null): void {
  if (JSON.stringify(chosen.hashes) !== JSON.stringify(typeface.hashes)) ownFaces = new Map();
  [typeface, fontFiles] = [chosen, fonts];
}

/** Returns the typeface in which texts are measured. */
export function getChartTypeface(): Typeface {
  return typeface;
}

/**
 * Measures text with the font files that the PDF embeds, so that lines break and centre as drawn. Returns points.
 * Kerning is left out: it moves a chart's label by less than a hundredth of its width.
 */
export function measureTextWidth(text: string, { size, bold }: TextStyle): number {
  const name = bold ? 'bold' : 'normal';
  const face = getFace(name);
  let width = 0;
  for (const character of text) width += measureAdvance(character, face, name);
  return width * size;
}

/** Measures the height of capitals, and the reach of the font above and below its baseline. Returns points. */
export function measureFont({ size, bold }: TextStyle): {
  capital: number;
  ascent: number;
  descent: number;
} {
  const { font } = getFace(bold ? 'bold' : 'normal');
  const unit = size / font.unitsPerEm;
  return { capital: font.capHeight * unit, ascent: font.ascent * unit, descent: -font.descent * unit };
}

function getFace(name: FaceName): Face {
  return fontFiles ? findFace(ownFaces, name, fontFiles[name]) : getProgramFace(name);
}

function getProgramFace(name: FaceName): Face {
  return findFace(programFaces, name, FONT_FILES[name]);
}

function findFace(faces: Map<FaceName, Face>, name: FaceName, source: string | Uint8Array): Face {
  const face = faces.get(name) ?? { font: openFont(source), advances: new Map<string, number>() };
  faces.set(name, face);
  return face;
}

/** Measures a character. A sign that the typeface lacks has the width of the program's own. */
function measureAdvance(character: string, { font, advances }: Face, name: FaceName): number {
  const known = advances.get(character);
  if (known !== undefined) return known;
  const source = isBorrowed(typeface, character) ? getProgramFace(name).font : font;
  const advance = source.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / source.unitsPerEm;
  advances.set(character, advance);
  return advance;
}
