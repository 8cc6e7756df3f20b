import * as fontkit from 'fontkit';
import { FONT_FILES } from '../fonts.js';

export interface TextStyle {
  size: number;
  bold: boolean;
}

interface Face {
  unitsPerEm: number;
  capHeight: number;
  ascent: number;
  descent: number;
  layout: (text: string) => { advanceWidth: number };
}

/** Text is measured with the font files that the PDF embeds, so that it breaks and centres as it will be drawn. Points. */
export function textWidthOf(text: string, { size, bold }: TextStyle): number {
  const key = `${bold ? 'b' : 'n'}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const { unitsPerEm, layout } = faceOf(bold);
    width = layout(text).advanceWidth / unitsPerEm;
    widths.set(key, width);
  }
  return width * size;
}

/** The height of capitals, and how far the face reaches above and below its baseline. Points. */
export function textHeights({ size, bold }: TextStyle): { capital: number; ascent: number; descent: number } {
  const face = faceOf(bold);
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

const widths = new Map<string, number>();
const faces = new Map<boolean, Face>();

/** Fonts are parsed once a process; nothing depends on the order in which they are asked for. */
function faceOf(bold: boolean): Face {
  let face = faces.get(bold);
  if (!face) {
    const font = fontkit.openSync(bold ? FONT_FILES.bold : FONT_FILES.normal) as unknown as Face;
    face = { ...pick(font), layout: (text) => font.layout(text) };
    faces.set(bold, face);
  }
  return face;
}

function pick({ unitsPerEm, capHeight, ascent, descent }: Face): Omit<Face, 'layout'> {
  return { unitsPerEm, capHeight, ascent, descent };
}
