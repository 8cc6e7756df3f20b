import type { IBorderOptions } from 'docx';
import { toHex } from '../text/to-hex.js';

const NO_BORDER: IBorderOptions = { style: 'none', size: 0, color: 'auto' };

/** Returns a line of a thickness in points. Word counts eighths of a point. */
export function createBorder(colour: string, thickness: number): IBorderOptions {
  if (thickness === 0) return NO_BORDER;
  return { style: 'single', size: Math.max(2, Math.round(thickness * 8)), color: toHex(colour) };
}

/** The borders of a table that has none. */
export const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};
