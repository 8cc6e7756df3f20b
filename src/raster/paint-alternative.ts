import type { Font } from 'fontkit';
import { Canvas, type Paint } from './canvas.js';
import { encodePng } from './encode-png.js';
import { flattenPath } from './flatten-path.js';
import { outlineStroke, type Pen } from './outline-stroke.js';
import { outlineText } from './outline-text.js';

const PIXELS_PER_POINT = 4;
const TYPE_SIZE = 9;
const LEADING = 1.3;
/** The space between the frame and the text, in points. */
const PADDING = 8;
const GREY: Paint = { colour: [0.35, 0.38, 0.42], opacity: 1 };
const PEN: Pen = { width: PIXELS_PER_POINT * 0.75, cap: 'butt', join: 'miter', dashes: [], dashOffset: 0 };

/**
 * Paints the text alternative of a drawing in a frame, for programs that show no SVG. Lengths are in points; text that does not fit
 * into the frame is left out.
 */
export function paintAlternative(
  text: string,
  { width, height }: { width: number; height: number },
  font: Font,
): Uint8Array {
  const canvas = new Canvas(Math.ceil(width * PIXELS_PER_POINT), Math.ceil(height * PIXELS_PER_POINT));
  const [right, bottom] = [canvas.width - 1, canvas.height - 1];
  const points = [[1, 1] as const, [right, 1] as const, [right, bottom] as const, [1, bottom] as const];
  canvas.fill(outlineStroke({ points, isClosed: true }, PEN), GREY, null);
  const mostLines = Math.floor((height - 2 * PADDING) / (TYPE_SIZE * LEADING));
  breakLines(text, width - 2 * PADDING, font)
    .slice(0, Math.max(0, mostLines))
    .forEach((line, index) => {
      const y = PADDING + TYPE_SIZE * (1 + index * LEADING);
      const { steps } = outlineText(font, line, { size: TYPE_SIZE, x: PADDING, y });
      const outlines = flattenPath(steps, ([x, down]) => [x * PIXELS_PER_POINT, down * PIXELS_PER_POINT]);
      canvas.fill(
        outlines.map((outline) => outline.points),
        GREY,
        null,
      );
    });
  return encodePng(canvas);
}

function breakLines(text: string, width: number, font: Font): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = [lines.at(-1) ?? '', word].join(' ').trim();
    const fits = outlineText(font, longer, { size: TYPE_SIZE, x: 0, y: 0 }).width <= width;
    if (lines.length > 0 && fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
