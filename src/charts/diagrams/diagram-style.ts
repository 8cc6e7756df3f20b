import type { TextStyle } from '../measure-text.js';

/** The title of a box. */
export const TITLE_STYLE: TextStyle = { size: 10, bold: true };

/** The lines under the title of a box. */
export const TEXT_STYLE: TextStyle = { size: 9.25, bold: false };

/** The label of an arrow. */
export const LABEL_STYLE: TextStyle = { size: 9, bold: false };

/** Points. */
export const TITLE_LINE_HEIGHT = 12.5;
export const TEXT_LINE_HEIGHT = 11.5;

/** The space between a title and the text under it, in points. */
export const TEXT_GAP = 3;

/** The space between a box and its text, in points. */
export const PADDING = 9;
