import { FONT_FAMILY } from '../fonts.js';
import type { Drawing } from '../model/drawing.js';
import type { Theme } from '../model/theme.js';
import { wrapText } from './fit-text.js';
import type { TextStyle } from './measure-text.js';
import { renderLetters } from './render-letters.js';
import { renderAttributes, renderSvg } from './svg.js';

const NOTICE_STYLE: TextStyle = { size: 10, bold: false };

/** The distance from line to line, in points. */
const LINE_HEIGHT = 13;

/** The space between the frame and the notice, in points. */
const PADDING = 22;

/** Draws a frame in place of a chart, with a notice that says why the chart is missing. */
export function drawMissingChart(notice: string, theme: Theme, width: number): Drawing {
  const lines = wrapText(notice, width - 2 * PADDING, NOTICE_STYLE);
  const size = { width, height: 2 * PADDING + lines.length * LINE_HEIGHT };
  const texts = lines.map((line, index) => renderLine(line, index, width, theme.colours.soft));
  const frame = renderFrame(size, theme.colours.rule);
  return { svg: renderSvg(size, size, frame + texts.join('')), ...size };
}

function renderFrame({ width, height }: { width: number; height: number }, colour: string): string {
  const place = { x: 0.5, y: 0.5, width: width - 1, height: height - 1 };
  const stroke = { fill: 'none', stroke: colour, 'stroke-width': 1, 'stroke-dasharray': '3 3' };
  return `<rect${renderAttributes({ ...place, ...stroke })}/>`;
}

function renderLine(line: string, index: number, width: number, colour: string): string {
  const attributes = renderAttributes({
    x: width / 2,
    y: PADDING + (index + 0.75) * LINE_HEIGHT,
    'text-anchor': 'middle',
    'font-family': FONT_FAMILY,
    'font-size': NOTICE_STYLE.size,
    fill: colour,
  });
  return `<text${attributes}>${renderLetters(line)}</text>`;
}
