import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Fontkit from 'fontkit';

/**
 * The typeface of every paper: Source Sans 3 (SIL Open Font Licence), from the npm package `source-sans`. Charts measure
 * text with the very files that the PDF embeds, so that both break and place it alike.
 */
export const FONT_FAMILY = 'SourceSans3';

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('source-sans/package.json')), 'TTF');

export const FONT_FILES = {
  normal: join(folder, 'SourceSans3-Regular.ttf'),
  bold: join(folder, 'SourceSans3-Semibold.ttf'),
  italics: join(folder, 'SourceSans3-It.ttf'),
  bolditalics: join(folder, 'SourceSans3-SemiboldIt.ttf'),
};

/** Loads fontkit where it is first needed: the CommonJS copy, as pdfkit does, since `import` would load it a second time. */
export function openFont(file: string): Fontkit.Font {
  const font = (require('fontkit') as typeof Fontkit).openSync(file);
  if (!('layout' in font)) throw new Error(`${file} is a collection of fonts`);
  return font;
}
