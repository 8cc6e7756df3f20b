import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The typeface of every paper: Source Sans 3 (SIL Open Font Licence), from the npm package `source-sans`. Charts measure
 * text with the files that the PDF embeds, so that both break and place text alike.
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
