import type { Font } from 'fontkit';
import { FONT_FILES } from '../fonts.js';
import { openFont } from '../open-font.js';

export interface TextStyle {
  size: number;
  bold: boolean;
}

/**
 * Text is measured with the font files that the PDF embeds, so that it breaks and centres as it will be drawn. Points.
 * Kerning is left out: it moves a label of a chart by less than a hundredth of its width.
 */
export function textWidthOf(text: string, { size, bold }: TextStyle): number {
  const { unitsPerEm, advances, face } = measureOf(bold);
  let width = 0;
  for (const character of text) {
    let advance = advances.get(character);
    if (advance === undefined)
      advances.set(character, (advance = face.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth));
    width += advance;
  }
  return (width / unitsPerEm) * size;
}

/** The height of capitals, and how far the face reaches above and below its baseline. Points. */
export function textHeights({ size, bold }: TextStyle): { capital: number; ascent: number; descent: number } {
  const { face } = measureOf(bold);
  const unit = size / face.unitsPerEm;
  return { capital: face.capHeight * unit, ascent: face.ascent * unit, descent: -face.descent * unit };
}

/** The text in lines no wider than `width`, broken at spaces. */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidthOf(joined, style) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** The text, or as much of it as fits before an ellipsis. */
export function shortenText(text: string, width: number, style: TextStyle): string {
  if (textWidthOf(text, style) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidthOf(`${kept}…`, style) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

interface Measure {
  face: Font;
  unitsPerEm: number;
  advances: Map<string, number>;
}

const measures = new Map<boolean, Measure>();

/** Fonts are parsed once a process; nothing depends on the order in which they are asked for. */
function measureOf(bold: boolean): Measure {
  let measure = measures.get(bold);
  if (!measure) {
    const face = openFont(bold ? FONT_FILES.bold : FONT_FILES.normal);
    measure = { face, unitsPerEm: face.unitsPerEm, advances: new Map() };
    measures.set(bold, measure);
  }
  return measure;
}
