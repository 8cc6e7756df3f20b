import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';

/** The reach of Source Sans above and below its baseline together, in thousandths of the type size. */
const LINE_HEIGHT = 1326;

/**
 * Gives a font the line height of Source Sans, so that a theme's sizes and spaces mean the same in every typeface. Fonts differ by
 * half a line in the space that they ask for. The PDF still states the font's own reach.
 */
export function unifyLineHeight(font: EmbeddedFont): void {
  const { ascender, descender } = font;
  const spare = (LINE_HEIGHT - (ascender - descender)) / 2;
  font.ascender = ascender + spare;
  font.descender = descender - spare;
  const embed = font.embed.bind(font);
  font.embed = () => {
    [font.ascender, font.descender] = [ascender, descender];
    embed();
  };
}
