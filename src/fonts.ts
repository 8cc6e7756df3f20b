import { join } from 'node:path';

/** The build defines it as the folder of fonts beside the bundles, and vitest as that of the npm package `source-sans`. */
declare const FONT_FOLDER: string;
/** The same folder, or that of Liberation Sans in the npm package `pdfjs-dist`. */
declare const LIBERATION_FOLDER: string;

/**
 * The name of the paper's typeface in drawings and in pdfmake, whatever the typeface is. Charts measure text with the files that
 * the PDF embeds, so that both break and place text alike.
 */
export const FONT_FAMILY = 'SourceSans3';

/** The name of the typeface that prints signs which the paper's typeface lacks. */
export const SIGN_FAMILY = 'SourceSans3Signs';

/** The program's own typeface: Source Sans 3 (SIL Open Font Licence), from the npm package `source-sans`. */
export const FONT_FILES = {
  normal: join(FONT_FOLDER, 'SourceSans3-Regular.ttf'),
  bold: join(FONT_FOLDER, 'SourceSans3-Semibold.ttf'),
  italics: join(FONT_FOLDER, 'SourceSans3-It.ttf'),
  bolditalics: join(FONT_FOLDER, 'SourceSans3-SemiboldIt.ttf'),
};

/** Liberation Sans (SIL Open Font Licence), whose letters are as wide as those of Arial, from the npm package `pdfjs-dist`. */
export const LIBERATION_FILES = {
  normal: join(LIBERATION_FOLDER, 'LiberationSans-Regular.ttf'),
  bold: join(LIBERATION_FOLDER, 'LiberationSans-Bold.ttf'),
  italics: join(LIBERATION_FOLDER, 'LiberationSans-Italic.ttf'),
  bolditalics: join(LIBERATION_FOLDER, 'LiberationSans-BoldItalic.ttf'),
};
