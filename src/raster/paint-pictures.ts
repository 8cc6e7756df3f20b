import { FONT_FAMILY, FONT_FILES } from '../fonts.js';
import type { Picture } from '../model/blocks/picture.js';
import type { Document } from '../model/document.js';
import { listBlocks } from '../model/list-sections.js';
import type { Painted } from '../model/painted.js';
import type { FontFiles } from '../model/typeface.js';
import { openFont } from '../open-font.js';
import { paintAlternative } from './paint-alternative.js';
import { paintDrawing, type FindFont } from './paint-drawing.js';

/** Paints the charts and diagrams of a document, and collects its pictures, by the anchor of their block. */
export function paintPictures(document: Document, fonts: FontFiles | null): Map<string, Painted> {
  const findFont = createFontFinder(fonts);
  const pictures = new Map<string, Painted>();
  for (const block of listBlocks(document)) {
    if (block.kind === 'chart' || block.kind === 'diagram')
      pictures.set(block.anchor, { type: 'png', bytes: paintDrawing(block.drawing, findFont), svg: null });
    if (block.kind === 'picture') pictures.set(block.anchor, collectPicture(block, findFont));
  }
  return pictures;
}

/** Returns the file of a picture. An SVG has a frame with its text alternative besides, for programs that show no SVG. */
function collectPicture({ image, alternative, size }: Picture, findFont: FindFont): Painted {
  const bytes = Buffer.from(image.data, 'base64');
  if (image.format !== 'svg') return { type: image.format === 'png' ? 'png' : 'jpg', bytes, svg: null };
  const { width, height } = size;
  return {
    type: 'png',
    bytes: paintAlternative(alternative, size, findFont(FONT_FAMILY, false)),
    svg: bytes.toString('utf8').replace('<svg ', `<svg width="${width}pt" height="${height}pt" `),
  };
}

/** Opens each font at its first use. A family other than the paper's lends the signs that the paper's lacks. */
function createFontFinder(fonts: FontFiles | null): FindFont {
  const opened = new Map<string, ReturnType<FindFont>>();
  return (family, isBold) => {
    const key = `${family} ${isBold}`;
    const files = family === FONT_FAMILY ? (fonts ?? FONT_FILES) : FONT_FILES;
    const font = opened.get(key) ?? openFont(files[isBold ? 'bold' : 'normal']);
    opened.set(key, font);
    return font;
  };
}
