/** The folder of the fonts in the npm package. */
export const FONT_FOLDER: string;
export const LIBERATION_FOLDER: string;
