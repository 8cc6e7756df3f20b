import { FONT_FAMILY, FONT_FILES } from '../fonts.js';
import type { Document } from '../model/document.js';
import { listBlocks } from '../model/list-sections.js';
import type { Painted } from '../model/painted.js';
import type { FontFiles } from '../model/typeface.js';
import { openFont } from '../open-font.js';
import { paintDrawing, type FindFont } from './paint-drawing.js';

/** Paints the charts and diagrams of a document, and collects its pictures, by the anchor of their block. */
export function paintPictures(document: Document, fonts: FontFiles | null): Map<string, Painted> {
  const findFont = createFontFinder(fonts);
  const pictures = new Map<string, Painted>();
  for (const block of listBlocks(document)) {
    if (block.kind === 'chart' || block.kind === 'diagram')
      pictures.set(block.anchor, { type: 'png', bytes: paintDrawing(block.drawing, findFont), svg: null });
    if (block.kind === 'picture' && block.image.format !== 'svg')
      pictures.set(block.anchor, {
        type: block.image.format === 'png' ? 'png' : 'jpg',
        bytes: Buffer.from(block.image.data, 'base64'),
        svg: null,
      });
  }
  return pictures;
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
