import { FONT_FAMILY } from '../../fonts.js';
import { measureTextWidth, type TextStyle } from '../measure-text.js';
import { renderLetters } from '../render-letters.js';
import { renderAttributes } from '../svg.js';

/** Renders a line of text centred on `x`, with its baseline at `y`. */
export function renderCentredText(
  text: string,
  [x, y]: readonly [x: number, y: number],
  { size, bold }: TextStyle,
  colour: string,
): string {
  const width = measureTextWidth(text, { size, bold });
  const attributes = renderAttributes({
    x: x - width / 2,
    y,
    'font-family': FONT_FAMILY,
    'font-size': size,
    'font-weight': bold ? 'bold' : null,
    'data-width': width,
    fill: colour,
  });
  return `<text${attributes}>${renderLetters(text)}</text>`;
}
