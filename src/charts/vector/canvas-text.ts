import { measureFont, type TextStyle } from '../measure-text.js';

/** Reads the size and weight of a font as the canvas standard writes it: "normal bold 9.5px SourceSans3". */
export function parseFont(font: string): TextStyle {
  const match = /^(.*?)([\d.]+)px/.exec(font);
  return { size: Number(match?.[2] ?? 10), bold: /bold|[6-9]00/.test(match?.[1] ?? '') };
}

/** Returns the left edge of a text that is `width` wide and aligned at `x`. */
export function alignText(textAlign: string, x: number, width: number): number {
  if (textAlign === 'center') return x - width / 2;
  return textAlign === 'right' || textAlign === 'end' ? x - width : x;
}

/**
 * Returns the distance from the given baseline to the alphabetic one. "middle" centres on capitals and figures, which
 * readers compare with bars and dots.
 */
export function shiftBaseline(textBaseline: string, style: TextStyle): number {
  const { capital } = measureFont(style);
  switch (textBaseline) {
    case 'middle':
      return capital / 2;
    case 'top':
    case 'hanging':
      return capital + style.size * 0.12;
    case 'bottom':
    case 'ideographic':
      return -style.size * 0.22;
    default: // "alphabetic", the standard's default
      return 0;
  }
}
