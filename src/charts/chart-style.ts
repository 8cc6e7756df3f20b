import { FONT_FAMILY } from '../fonts.js';
import type { TextStyle } from './measure-text.js';

/** Names of lines, bars and dots, and the labels of axes. */
export const NAME_STYLE: TextStyle = { size: 9.5, bold: false };

/** Values at lines, bars and dots. */
export const VALUE_STYLE: TextStyle = { size: 9.5, bold: true };

/** Notes, limits and the labels of gridlines. */
export const SMALL_STYLE: TextStyle = { size: 9, bold: false };

/** The background of every page. It separates a mark from the lines behind it. */
export const PAPER = '#ffffff';

/** The colour of the line across a break in a series. */
export const NO_LINE = 'rgba(0, 0, 0, 0)';

/** Returns a font as the canvas standard writes it. */
export function formatCanvasFont({ size, bold }: TextStyle): string {
  return `normal ${bold ? 'bold' : 'normal'} ${size}px ${FONT_FAMILY}`;
}
