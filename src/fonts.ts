import { join } from 'node:path';

/** The build defines it as the folder of fonts beside the bundles, and vitest as that of the npm package `source-sans`. */
declare const FONT_FOLDER: string;

/**
 * The typeface of every paper: Source Sans 3 (SIL Open Font Licence), from the npm package `source-sans`. Charts measure
 * text with the files that the PDF embeds, so that both break and place text alike.
 */
export const FONT_FAMILY = 'SourceSans3';

export const FONT_FILES = {
  normal: join(FONT_FOLDER, 'SourceSans3-Regular.ttf'),
  bold: join(FONT_FOLDER, 'SourceSans3-Semibold.ttf'),
  italics: join(FONT_FOLDER, 'SourceSans3-It.ttf'),
  bolditalics: join(FONT_FOLDER, 'SourceSans3-SemiboldIt.ttf'),
};
